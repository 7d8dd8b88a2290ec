package dev.parley.fetch;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/// A host that somebody named, and so may be asked though it is private.
///
/// @param host a name or a network address, as [WebHost] writes it
/// @param port that alone may be asked; none: those of the web
public record NamedHost(String host, OptionalInt port) {
  private static final Pattern WITH_PORT = Pattern.compile("(\\[.*]|[^:]*):\\d{1,5}");

  /// Reads `host` or `host:port`; an IPv6 address before a port stands in brackets. Empty where it
  /// is none of these.
  public static Optional<NamedHost> parse(String text) {
    boolean withPort = WITH_PORT.matcher(text).matches();
    boolean bare = !withPort && !text.startsWith("[") && text.contains(":");
    HttpUrl address = HttpUrl.parse("http://" + (bare ? "[" + text + "]" : text));
    if (address == null || !isHostAlone(address, text)) {
      return Optional.empty();
    }
    OptionalInt port = withPort ? OptionalInt.of(address.port()) : OptionalInt.empty();
    return WebHost.of(address).map(host -> new NamedHost(host.name(), port));
  }

  private static boolean isHostAlone(HttpUrl address, String text) {
    return text.chars().noneMatch(character -> "/\\?#@ ".indexOf(character) >= 0)
        && address.encodedPath().equals("/");
  }

  boolean is(WebHost asked, int askedPort) {
    return host.equals(asked.name())
        && (port.isPresent() ? port.getAsInt() == askedPort : Ports.mayBeAsked(askedPort));
  }
}
