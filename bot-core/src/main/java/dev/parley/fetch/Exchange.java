package dev.parley.fetch;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okio.BufferedSource;

/// Hears what one hop is answered.
final class Exchange implements Callback {
  private static final int FIRST_ANSWER = 200;

  private final Hop hop;
  private final int mostBytes;
  private final CompletableFuture<Step> step = new CompletableFuture<>();

  Exchange(Hop hop, int mostBytes) {
    this.hop = hop;
    this.mostBytes = mostBytes;
  }

  /// What came of it, once that is known.
  CompletableFuture<Step> step() {
    return step;
  }

  @Override
  public void onFailure(Call call, IOException broken) {
    step.complete(new Step.Ended(Reasons.of(broken)));
  }

  @Override
  public void onResponse(Call call, Response response) {
    try (response) {
      Optional<Step> led = Redirects.of(hop, response.code(), response.header("Location"));
      step.complete(led.isPresent() ? led.get() : new Step.Ended(answer(response)));
      // the library would read on for a while, to use the connection again
      call.cancel();
    } catch (IOException broken) {
      step.complete(new Step.Ended(Reasons.of(broken)));
    }
  }

  private Fetched answer(Response response) throws IOException {
    if (response.code() < FIRST_ANSWER) {
      throw new IOException("no answer but news of one");
    }
    String packing = response.header("Content-Encoding");
    if (packing != null && !packing.equalsIgnoreCase("identity")) {
      return Reasons.PACKED;
    }
    BufferedSource body = response.body().source();
    boolean cut = body.request(mostBytes + 1L);
    return new Fetched.Answer(
        response.code(),
        response.request().url().uri(),
        Optional.ofNullable(response.header("Content-Type")),
        Optional.ofNullable(response.header("Retry-After")),
        new FetchedBytes(cut ? body.readByteArray(mostBytes) : body.readByteArray()),
        cut);
  }
}
