package dev.parley.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Keeps other web pages, open in the browser of somebody who runs Parley, from using it.
///
/// A page can reach a server on loopback in two ways: by a name of its own that suddenly resolves
/// to loopback, so names are checked; and by a blind cross-origin request, so origins are checked.
/// Plain addresses are safe: a page cannot own one.
final class RequestGuard {
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private final List<String> allowedHosts;

  RequestGuard(List<String> allowedHosts) {
    this.allowedHosts = allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  void check(Context request) {
    checkHost(header(request, "Host").orElse(""));
    if (!READING.contains(request.req().getMethod())) {
      checkOrigin(request);
    }
  }

  private void checkHost(String authority) {
    String host = withoutPort(authority.toLowerCase(Locale.ROOT));
    if (!isKnown(host, authority)) {
      throw new RequestProblem(
          421,
          "This server does not answer to the name \""
              + JsonBody.shortened(host)
              + "\"; it has to be listed in the allowed hosts of the configuration.");
    }
  }

  private boolean isKnown(String host, String authority) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || ADDRESS.matcher(host).matches()
        || allowedHosts.contains(host)
        || allowedHosts.contains(authority.toLowerCase(Locale.ROOT));
  }

  private static String withoutPort(String authority) {
    return authority.replaceFirst(":\\d*$", "");
  }

  private static void checkOrigin(Context request) {
    boolean ownSite = header(request, "Sec-Fetch-Site").map(OWN_SITE::contains).orElse(true);
    String host = header(request, "Host").orElse("");
    boolean ownOrigin =
        header(request, "Origin").map(origin -> isOrigin(origin, host)).orElse(true);
    if (!ownSite || !ownOrigin) {
      throw new RequestProblem(
          403, "This request came from another web site, which may not use this server.");
    }
  }

  private static boolean isOrigin(String origin, String host) {
    try {
      return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<String> header(Context request, String name) {
    return Optional.ofNullable(request.header(name));
  }
}
