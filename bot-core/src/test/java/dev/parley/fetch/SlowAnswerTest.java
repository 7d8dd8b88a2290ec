package dev.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An answer that takes long")
@Timeout(60)
class SlowAnswerTest {
  private static final String ADDRESS = "http://a.example.com/";

  private final TestInternet internet = new TestInternet();
  private final CountDownLatch over = new CountDownLatch(1);

  private void hang() {
    try {
      over.await();
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void end() {
    over.countDown();
    internet.close();
  }

  private static FetchRequest within(Duration timeLimit) {
    return FetchRequest.get(URI.create(ADDRESS), TestInternet.ROOM, timeLimit);
  }

  private static String text(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Answer.class);
    return ((Fetched.Answer) fetched).body().text(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("is given up when its time is over")
  void slow() {
    internet.page("a.example.com/", _ -> hang());

    assertThat(internet.fetcher().fetch(within(Duration.ofMillis(200))))
        .isEqualTo(Reasons.TOO_SLOW);
  }

  @Test
  @DisplayName("is given up though it drips")
  void drips() {
    internet.page(
        "a.example.com/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          drip(exchange.getResponseBody());
        });

    assertThat(internet.fetcher().fetch(within(Duration.ofMillis(300))))
        .isEqualTo(Reasons.TOO_SLOW);
  }

  private void drip(OutputStream out) throws IOException {
    try {
      while (!over.await(5, TimeUnit.MILLISECONDS)) {
        out.write('.');
        out.flush();
      }
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @DisplayName("has one time for all redirects together")
  void redirects() {
    AtomicInteger asked = new AtomicInteger();
    internet.page(
        "a.example.com/",
        exchange -> {
          if (asked.incrementAndGet() > 2) {
            hang();
          }
          exchange.getResponseHeaders().set("Location", "/");
          TestInternet.say(exchange, 302, "");
        });

    assertThat(internet.fetcher().fetch(within(Duration.ofMillis(500))))
        .isEqualTo(Reasons.TOO_SLOW);
  }

  @ParameterizedTest(name = "a virtual thread: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("is waited for no more when the thread is interrupted")
  void interrupted(boolean virtual) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    internet.page(
        "a.example.com/",
        _ -> {
          asked.countDown();
          hang();
        });
    CompletableFuture<Fetched> fetched = new CompletableFuture<>();
    CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
    Thread thread =
        (virtual ? Thread.ofVirtual() : Thread.ofPlatform())
            .start(
                () -> {
                  fetched.complete(internet.fetcher().fetch(within(Duration.ofMinutes(5))));
                  stillInterrupted.complete(Thread.currentThread().isInterrupted());
                });
    asked.await();

    thread.interrupt();

    assertThat(fetched.get()).isEqualTo(Reasons.STOPPED);
    assertThat(stillInterrupted.get()).isTrue();
  }

  @Test
  @DisplayName("has others of the same host wait while as many as may be are under way")
  void most() throws Exception {
    CountDownLatch two = new CountDownLatch(2);
    internet.page(
        "a.example.com/",
        exchange -> {
          two.countDown();
          hang();
          TestInternet.say(exchange, 200, "late");
        });
    SafeFetcher fetcher = internet.fetcher(new FetchSettings(10, 2), new OkHttpClient());
    List<CompletableFuture<Fetched>> asked =
        List.of(1, 2, 3).stream()
            .map(
                _ ->
                    CompletableFuture.supplyAsync(
                        () -> fetcher.fetch(TestInternet.get(ADDRESS)), Thread::startVirtualThread))
            .toList();
    two.await();

    Fetched other = fetcher.fetch(TestInternet.get("http://b.example.com/"));

    assertThat(text(other)).isEqualTo("here");
    assertThat(internet.urls()).filteredOn(url -> url.startsWith("a.")).hasSize(2);
    over.countDown();
    assertThat(asked).allSatisfy(one -> assertThat(text(one.join())).isEqualTo("late"));
  }
}
