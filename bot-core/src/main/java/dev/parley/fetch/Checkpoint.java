package dev.parley.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/// Decides whether a hop may be made. A name is resolved here, once.
final class Checkpoint {
  private final HostResolver resolver;
  private final HostRules rules;

  Checkpoint(HostResolver resolver, HostRules rules) {
    this.resolver = resolver;
    this.rules = rules;
  }

  /// What was decided.
  sealed interface Decision {}

  /// It may be made.
  record Passed(Destination destination) implements Decision {}

  /// It may not, or there is no such host.
  record Stopped(Fetched why) implements Decision {}

  Decision decide(Hop hop, Deadline deadline) throws InterruptedException {
    HttpUrl address = hop.address();
    if (!address.username().isEmpty() || !address.password().isEmpty()) {
      return new Stopped(Reasons.LOGIN);
    }
    Optional<WebHost> host = WebHost.of(address);
    return host.isEmpty() ? new Stopped(Reasons.UNCLEAR) : decide(hop, host.get(), deadline);
  }

  private Decision decide(Hop hop, WebHost host, Deadline deadline) throws InterruptedException {
    boolean named = hop.isNamed(host);
    if (!rules.allow(host)) {
      return new Stopped(Reasons.NOT_HERE);
    }
    if (!named && !Ports.mayBeAsked(hop.address().port())) {
      return new Stopped(Reasons.PORT);
    }
    if (!named && host.isOwnName()) {
      return new Stopped(Reasons.NOT_PUBLIC);
    }
    List<InetAddress> addresses = addresses(host, deadline);
    if (addresses.isEmpty()) {
      return new Stopped(Reasons.UNKNOWN_HOST);
    }
    if (!mayBeAsked(worst(addresses), named, host)) {
      return new Stopped(Reasons.NOT_PUBLIC);
    }
    HttpUrl checked = hop.address().newBuilder().host(host.name()).build();
    return new Passed(new Destination(checked, addresses));
  }

  private List<InetAddress> addresses(WebHost host, Deadline deadline) throws InterruptedException {
    if (host.literal().isPresent()) {
      return List.of(host.literal().get());
    }
    try {
      return resolver.resolve(host.name(), deadline.left());
    } catch (UnknownHostException unknown) {
      return List.of();
    }
  }

  /// A host with one address that may not be asked is not asked by its others either.
  private static Reach worst(List<InetAddress> addresses) {
    return addresses.stream()
        .map(NetworkRanges::reach)
        .max(Comparator.naturalOrder())
        .orElse(Reach.NEVER);
  }

  private static boolean mayBeAsked(Reach reach, boolean named, WebHost host) {
    return switch (reach) {
      case PUBLIC -> true;
      case PRIVATE -> named;
      case GUARDED -> named && host.literal().isPresent();
      case NEVER -> false;
    };
  }
}
