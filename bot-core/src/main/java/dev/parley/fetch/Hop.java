package dev.parley.fetch;

import dev.parley.fetch.FetchRequest.Body;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// One request on the way to an answer: the first, or where a redirect led.
///
/// @param headers that its host may see
/// @param named hosts that may be asked from here though they are private
record Hop(
    String method,
    HttpUrl address,
    Map<String, String> headers,
    Optional<Body> body,
    Set<NamedHost> named) {
  private static final String USER_AGENT = "Mozilla/5.0 (compatible; Parley)";

  /// What holds for one connection only, or is up to HTTP itself.
  private static final Set<String> NOT_OURS =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
  private static final Set<String> NEEDS_BODY = Set.of("POST", "PUT", "PATCH");

  static Hop first(FetchRequest request, HttpUrl address) {
    Set<NamedHost> named = new HashSet<>();
    request.privateHosts().forEach(host -> NamedHost.parse(host).ifPresent(named::add));
    return new Hop(
        request.method().toUpperCase(Locale.ROOT),
        address,
        request.headers(),
        request.body(),
        named);
  }

  boolean isNamed(WebHost host) {
    return named.stream().anyMatch(some -> some.is(host, address.port()));
  }

  /// The request as it is sent.
  ///
  /// @throws IllegalArgumentException where HTTP knows no such request
  Request to(Destination destination) {
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException("not a method: " + method);
    }
    Request.Builder request =
        new Request.Builder().url(destination.address()).method(method, content());
    request.header("User-Agent", USER_AGENT);
    headers.forEach(
        (name, value) -> {
          if (NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not a header to be set: " + name);
          }
          request.header(name, value);
        });
    return request.header("Connection", "close").build();
  }

  private @Nullable RequestBody content() {
    if (body.isEmpty()) {
      return NEEDS_BODY.contains(method) ? RequestBody.create(new byte[0]) : null;
    }
    return RequestBody.create(
        body.get().text().getBytes(StandardCharsets.UTF_8), MediaType.get(body.get().mediaType()));
  }
}
