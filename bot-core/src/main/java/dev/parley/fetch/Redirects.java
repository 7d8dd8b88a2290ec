package dev.parley.fetch;

import dev.parley.fetch.FetchRequest.Body;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Where an answer sends on to, as browsers follow it (WHATWG, "Fetch", section "HTTP-redirect
/// fetch"), except that nothing that was sent to one host goes to another.
final class Redirects {
  private static final int SEE_OTHER = 303;
  private static final Set<Integer> MAY_BECOME_GET = Set.of(301, 302);
  private static final Set<Integer> ALL = Set.of(301, 302, SEE_OTHER, 307, 308);

  private Redirects() {}

  /// What an answer leads to; empty where it is the answer itself.
  static Optional<Step> of(Hop hop, int status, @Nullable String location) {
    if (location == null || !ALL.contains(status)) {
      return Optional.empty();
    }
    HttpUrl next = hop.address().resolve(location);
    if (next == null) {
      return Optional.of(new Step.Ended(Reasons.LEAVES_THE_WEB));
    }
    if (hop.address().isHttps() && !next.isHttps()) {
      return Optional.of(new Step.Ended(Reasons.DOWNGRADE));
    }
    return Optional.of(to(hop, status, next));
  }

  private static Step to(Hop hop, int status, HttpUrl next) {
    boolean asksAnew = asksAnew(hop.method(), status);
    String method = asksAnew ? "GET" : hop.method();
    Optional<Body> body = asksAnew ? Optional.empty() : hop.body();
    boolean same = isSameOrigin(hop.address(), next);
    if (!same && body.isPresent()) {
      return new Step.Ended(Reasons.BODY_ELSEWHERE);
    }
    return new Step.Led(
        new Hop(method, next, same ? hop.headers() : Map.of(), body, namedFrom(hop)));
  }

  private static boolean asksAnew(String method, int status) {
    return (status == SEE_OTHER && !method.equals("HEAD"))
        || (MAY_BECOME_GET.contains(status) && method.equals("POST"));
  }

  private static boolean isSameOrigin(HttpUrl one, HttpUrl other) {
    return one.scheme().equals(other.scheme())
        && one.host().equals(other.host())
        && one.port() == other.port();
  }

  /// A host of the internet leads to no private one, though somebody named it.
  private static Set<NamedHost> namedFrom(Hop hop) {
    return WebHost.of(hop.address()).filter(hop::isNamed).map(_ -> hop.named()).orElse(Set.of());
  }
}
