package dev.parley.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is asked of another machine.
///
/// @param method `GET`, `HEAD`, `OPTIONS`, `POST`, `PUT`, `PATCH` or `DELETE`
/// @param address http or https; checked before anything is sent
/// @param headers go to the scheme, host and port of the address alone, never to others that it
///     sends us to; not those that are up to HTTP itself, such as `Host` and `Accept-Encoding`
/// @param body none: there is none; like the headers, it never goes elsewhere
/// @param mostBytes of the answer, after it is unpacked; what is longer is cut
/// @param timeLimit for all of it
/// @param privateHosts names and addresses that may be asked though they are private: `host` for
///     the ports of the web, or `host:port`; see [NamedHost]
public record FetchRequest(
    String method,
    URI address,
    Map<String, String> headers,
    Optional<Body> body,
    int mostBytes,
    Duration timeLimit,
    Set<String> privateHosts) {
  /// What is sent along.
  public record Body(String mediaType, String text) {}

  public FetchRequest {
    headers = Map.copyOf(headers);
    privateHosts = Set.copyOf(privateHosts);
    if (mostBytes < 1 || !timeLimit.isPositive()) {
      throw new IllegalArgumentException("an answer needs room and time");
    }
  }

  /// Asks for what is at an address.
  public static FetchRequest get(URI address, int mostBytes, Duration timeLimit) {
    return new FetchRequest(
        "GET", address, Map.of(), Optional.empty(), mostBytes, timeLimit, Set.of());
  }
}
