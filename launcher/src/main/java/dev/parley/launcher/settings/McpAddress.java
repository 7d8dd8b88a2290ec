package dev.parley.launcher.settings;

import dev.parley.secret.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The address of an MCP server, and whether keys may be sent there.
final class McpAddress {
  /// "RFC 9110", "Field Names".
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  /// Those that the HTTP client and the protocol set themselves.
  private static final Set<String> TAKEN =
      Set.of("host", "connection", "content-length", "content-type", "accept", "expect", "upgrade");

  private McpAddress() {}

  /// Empty where there is none, or a wrong one, which is noted.
  static Optional<URI> read(SettingsReader server, Map<String, Secret> headers) {
    headers.forEach((name, value) -> check(server, name, value));
    return server.optionalText("url").flatMap(text -> uri(server, text));
  }

  private static void check(SettingsReader server, String name, Secret value) {
    if (!HEADER.matcher(name).matches() || TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
      server.mistake("headers", "may not have a header of the name " + name);
    } else if (!value.reveal().chars().allMatch(one -> one >= ' ' && one < 127)) {
      server.mistake("headers", "has letters in %s that no header can have".formatted(name));
    }
  }

  /// The address may hold a key, so no sentence repeats it.
  private static Optional<URI> uri(SettingsReader server, String text) {
    Optional<URI> uri = parsed(text);
    if (uri.isEmpty()) {
      server.mistake("url", "needs an address that begins with https:// or http://");
    } else if (uri.get().getScheme().equals("http") && !isNear(uri.get().getHost())) {
      server.mistake(
          "url",
          "needs https:// where the server is neither on this machine nor in a private network");
      return Optional.empty();
    }
    return uri;
  }

  private static Optional<URI> parsed(String text) {
    try {
      URI uri = new URI(text);
      return Optional.of(uri)
          .filter(
              some ->
                  Stream.of("http", "https").anyMatch(one -> one.equals(some.getScheme()))
                      && some.getHost() != null
                      && some.getRawUserInfo() == null
                      && some.getRawFragment() == null);
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /// Names without a dot, and those that end so, are only known in one network.
  private static boolean isNear(String host) {
    if (!host.contains(":") && !host.matches("[0-9.]+")) {
      return !host.contains(".")
          || Stream.of(".localhost", ".local", ".internal", ".lan", ".home.arpa")
              .anyMatch(host::endsWith);
    }
    try {
      InetAddress address = InetAddress.ofLiteral(host.replaceAll("^\\[|]$", ""));
      return address.isLoopbackAddress()
          || address.isSiteLocalAddress()
          || (address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
