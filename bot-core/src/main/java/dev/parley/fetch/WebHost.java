package dev.parley.fetch;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/// The host of an address, in the one form that is checked, resolved and connected to.
///
/// @param name in lower case and ASCII, without a dot at its end
/// @param literal what it is where it is a network address and no name
record WebHost(String name, Optional<InetAddress> literal) {
  private static final Pattern IPV4 = Pattern.compile("((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})");

  /// WHATWG, "URL", section "Host parsing": what ends like this is a number to most programs.
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

  private static final Pattern NAME =
      Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*", Pattern.CASE_INSENSITIVE);

  /// Endings of names that are nobody's on the internet: RFC 6761 and 6762, RFC 8375, ICANN's
  /// `internal`, and those that ICANN found most in use within networks (`home`, `corp`).
  private static final Set<String> OWN =
      Set.of(
          "localhost",
          "localdomain",
          "local",
          "internal",
          "intranet",
          "private",
          "lan",
          "home",
          "corp",
          "svc",
          "home.arpa",
          "test",
          "invalid",
          "onion");

  /// The host of an address; empty where it is written so that programs disagree about what it is.
  static Optional<WebHost> of(HttpUrl address) {
    String host = address.host();
    if (host.contains(":")) {
      return Optional.of(new WebHost(host, Optional.of(InetAddress.ofLiteral(host))));
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (IPV4.matcher(name).matches()) {
      return ipv4(name);
    }
    return NUMBER.matcher(name).matches() || !NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(new WebHost(name, Optional.empty()));
  }

  private static Optional<WebHost> ipv4(String name) {
    try {
      return Optional.of(new WebHost(name, Optional.of(InetAddress.ofLiteral(name))));
    } catch (IllegalArgumentException tooLarge) {
      return Optional.empty();
    }
  }

  /// Whether a name can only be meant within somebody's own network.
  boolean isOwnName() {
    return literal.isEmpty()
        && (name.indexOf('.') < 0
            || OWN.contains(name)
            || OWN.stream().anyMatch(ending -> name.endsWith("." + ending)));
  }
}
