package dev.parley.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/// What a librarian does with volumes at a fleet of bots that fall, insisting until each thing is
/// done.
final class Shelving {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Librarian librarian;
  private final BotFleet fleet;
  private final Random random;
  private final Map<Volume, String> ids = new ConcurrentHashMap<>();
  private final AtomicInteger repeated = new AtomicInteger();

  Shelving(Librarian librarian, BotFleet fleet, Random random) {
    this.librarian = librarian;
    this.fleet = fleet;
    this.random = random;
  }

  /// Something that a bot is asked for.
  private interface Request<T> {
    T at(URI bot) throws IOException, InterruptedException;
  }

  private <T> T insisting(Request<T> request) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> attempt(request), done -> !done.isEmpty())
        .getFirst();
  }

  private <T> List<T> attempt(Request<T> request) throws InterruptedException {
    try {
      return List.of(request.at(fleet.any(random)));
    } catch (IOException _) {
      repeated.incrementAndGet();
      return List.of();
    }
  }

  /// How often something was asked for again.
  int repeated() {
    return repeated.get();
  }

  void add(Volume volume) {
    ids.put(volume, insisting(bot -> librarian.add(bot, volume.title(), volume.text())));
  }

  void remove(Volume volume) {
    insisting(
        bot -> {
          librarian.remove(bot, id(volume));
          return volume;
        });
  }

  private String id(Volume volume) {
    return ids.getOrDefault(volume, "");
  }

  /// Waits until nothing waits to be read, or is being read.
  void awaitRead() {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                insisting(librarian::jobs).stream().allMatch(job -> job.path("over").asBoolean()));
    assertThat(insisting(librarian::jobs))
        .as("documents that could not be read")
        .noneMatch(job -> job.path("stage").asText().equals("failed"));
  }

  /// Holds a bot to having exactly these, from beginning to end.
  void assertHas(URI bot, List<Volume> volumes) throws IOException, InterruptedException {
    assertThat(librarian.documents(bot))
        .containsExactlyInAnyOrderElementsOf(volumes.stream().map(this::id).toList());
    for (Volume volume : volumes) {
      List<String> words =
          librarian.passages(bot, id(volume)).stream()
              .map(text -> text.substring(0, text.indexOf(' ')))
              .toList();
      assertThat(words).as(volume.title()).containsExactlyElementsOf(volume.words());
    }
  }

  /// Waits until a bot finds all of these by their first and their last words.
  void awaitFound(URI bot, List<Volume> volumes) {
    for (Volume volume : volumes) {
      awaitFound(bot, volume, volume.word(0));
      awaitFound(bot, volume, volume.word(Volume.PASSAGES - 1));
    }
  }

  private void awaitFound(URI bot, Volume volume, String word) {
    Awaitility.await(word + " at " + bot)
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                librarian.search(bot, word).stream()
                    .anyMatch(
                        found ->
                            found.document().equals(id(volume)) && found.text().contains(word)));
  }

  /// Waits until a bot finds nothing of it any more.
  void awaitGone(URI bot, Volume volume) {
    Awaitility.await(volume.title() + " at " + bot)
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                librarian.search(bot, volume.word(0)).stream()
                    .noneMatch(found -> found.document().equals(id(volume))));
  }
}
