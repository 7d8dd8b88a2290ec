package dev.parley.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is asked of another machine.
///
/// @param method such as `GET`
/// @param address http or https; checked before anything is sent
/// @param headers go to the host of the address alone, never to another one that it sends us to
/// @param body none: there is none
/// @param mostBytes of the answer, after it is unpacked; what is longer is cut
/// @param timeLimit for all of it
/// @param privateHosts names and addresses that may be asked though they are private: `host`, or
///     `host:port`
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
