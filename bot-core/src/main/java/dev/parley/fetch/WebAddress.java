package dev.parley.fetch;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/// Reads addresses as browsers do, the way that [SafeFetcher] reads them too.
public final class WebAddress {
  private WebAddress() {}

  /// The address that people or models wrote; empty where it is none of http or https.
  public static Optional<URI> parse(String text) {
    return Optional.ofNullable(HttpUrl.parse(text.strip())).map(HttpUrl::uri);
  }
}
