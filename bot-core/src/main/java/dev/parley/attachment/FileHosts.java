package dev.parley.attachment;

import dev.parley.attachment.AttachmentUnavailableException.Why;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The hosts that a platform's files may be fetched from, by TLS and on its own port; whatever else
/// an address names is somebody else's.
public final class FileHosts {
  private static final int SERVER_ERROR = 500;

  private final Set<String> hosts;
  private final Optional<URI> apiUrl;

  /// @param hosts in lower case
  /// @param apiUrl of the platform's API, where it is not its own: its files are on the same host
  public FileHosts(Set<String> hosts, Optional<URI> apiUrl) {
    this.hosts = Set.copyOf(hosts);
    this.apiUrl = apiUrl;
  }

  /// The address of a file, which nothing but that is.
  ///
  /// @throws AttachmentUnavailableException where it is on another host
  public URI checked(String url) {
    try {
      URI address = URI.create(url);
      if (address.getUserInfo() == null && holds(address)) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // no address of the platform's either
    }
    throw new AttachmentUnavailableException(Why.ELSEWHERE, "not on a host of its platform", null);
  }

  private boolean holds(URI address) {
    if (apiUrl.isPresent()) {
      URI own = apiUrl.get();
      return own.getScheme().equals(address.getScheme())
          && own.getHost().equals(address.getHost())
          && own.getPort() == address.getPort();
    }
    return "https".equals(address.getScheme())
        && address.getPort() == -1
        && hosts.contains(String.valueOf(address.getHost()).toLowerCase(Locale.ROOT));
  }

  /// What a status other than 200 says of a file.
  public static AttachmentUnavailableException refused(int status) {
    Why why =
        switch (status) {
          case 404, 410 -> Why.GONE;
          case 408, 429 -> Why.UNREACHABLE;
          default -> status >= SERVER_ERROR ? Why.UNREACHABLE : Why.FORBIDDEN;
        };
    return new AttachmentUnavailableException(why, "answered with HTTP " + status, null);
  }
}
