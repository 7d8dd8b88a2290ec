package dev.parley.fetch;

import java.net.URI;
import java.util.Optional;

/// What came of asking another machine.
public sealed interface Fetched {
  /// It answered.
  ///
  /// @param address where the answer came from, after all redirects
  /// @param mediaType as the answer says it, such as `text/html; charset=utf-8`
  /// @param retryAfter as the answer says it
  /// @param cut whether there was more than may be read
  record Answer(
      int status,
      URI address,
      Optional<String> mediaType,
      Optional<String> retryAfter,
      FetchedBytes body,
      boolean cut)
      implements Fetched {
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }
  }

  /// It must not be asked: nothing was sent there.
  ///
  /// @param reason a sentence for people and the model, without addresses of our own network
  record Refused(String reason) implements Fetched {}

  /// It could not be asked, or did not answer in time.
  ///
  /// @param reason a sentence for people and the model, without addresses of our own network
  record Failed(String reason) implements Fetched {}
}
