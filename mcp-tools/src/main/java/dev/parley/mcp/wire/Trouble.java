package dev.parley.mcp.wire;

import io.modelcontextprotocol.client.transport.McpHttpClientTransportAuthorizationException;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpTransportSessionNotFoundException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// What went wrong with a server, in words for people; without addresses, which may hold secrets.
final class Trouble {
  static final String FORGOTTEN = "has forgotten the session";
  static final String TOO_MUCH = "sent more at once than is read";
  static final String BROKEN_OFF = "broke off the connection";
  static final String UNREADABLE = "answered with something that MCP does not know";

  /// The library tells it by words alone.
  private static final String TOO_MUCH_WORDS = "exceeds the maximum allowed size";

  private Trouble() {}

  /// As the end of a sentence that begins with the server.
  static String told(Throwable failure) {
    return causes(failure).flatMap(cause -> named(cause).stream()).findFirst().orElse(BROKEN_OFF);
  }

  private static Optional<String> named(Throwable failure) {
    String words =
        switch (failure) {
          case McpHttpClientTransportAuthorizationException _ ->
              "does not let the bot in (its key)";
          case McpTransportSessionNotFoundException _ -> FORGOTTEN;
          case McpError _ -> "refuses what the protocol has";
          case UnresolvedAddressException _ -> "has an address that is not known";
          case HttpConnectTimeoutException _ -> "cannot be reached";
          case ConnectException connect ->
              connect.getCause() instanceof UnresolvedAddressException
                  ? "has an address that is not known"
                  : "cannot be reached";
          case SSLException _ -> "has no certificate that is trusted";
          case TimeoutException _ -> "does not answer in time";
          case IllegalArgumentException _ -> UNREADABLE;
          default -> String.valueOf(failure.getMessage()).contains(TOO_MUCH_WORDS) ? TOO_MUCH : "";
        };
    return Optional.of(words).filter(some -> !some.isEmpty());
  }

  /// Whether a request surely was not read by the server.
  static boolean isBeforeSending(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof McpTransportSessionNotFoundException
                    || cause instanceof McpHttpClientTransportAuthorizationException
                    || cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException);
  }

  static boolean isSessionLost(Throwable failure) {
    return causes(failure).anyMatch(McpTransportSessionNotFoundException.class::isInstance);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(10);
  }
}
