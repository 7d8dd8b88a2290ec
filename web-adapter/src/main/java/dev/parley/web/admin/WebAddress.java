package dev.parley.web.admin;

import dev.parley.web.RequestProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// An address of the web that somebody typed.
final class WebAddress {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private WebAddress() {}

  /// The address itself, where it can be one.
  static String checked(String address) {
    try {
      URI parsed = new URI(address);
      String scheme = String.valueOf(parsed.getScheme()).toLowerCase(Locale.ROOT);
      if (SCHEMES.contains(scheme) && parsed.getHost() != null && parsed.getUserInfo() == null) {
        return address;
      }
    } catch (URISyntaxException notAnAddress) {
      // told below, like any other text that is no address
    }
    throw RequestProblem.bad(
        "This is no address of a page: it must begin with https:// or http://, and hold no"
            + " password.");
  }
}
