package dev.parley.fetch;

import java.util.Set;

/// The ports that may be asked where nobody names another: those of the web, and such of programs
/// of one's own as nothing else than HTTP listens to.
final class Ports {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /// Below it are the ports of a machine's own services, such as mail and remote shells.
  private static final int FIRST_OF_ALL = 1024;

  /// Databases, queues, keepers of containers, telephones, chats and desks from afar, some of
  /// which take a request of HTTP for commands of theirs. Browsers leave many of them out as well
  /// (WHATWG, "Fetch", section "Port blocking").
  private static final Set<Integer> OF_OTHERS =
      Set.of(
          1080, 1433, 1434, 1521, 1719, 1720, 1723, 1883, 2049, 2181, 2375, 2376, 2377, 2379, 2380,
          3128, 3268, 3269, 3306, 3389, 3659, 4045, 4190, 4369, 5060, 5061, 5432, 5433, 5555, 5672,
          5671, 5900, 5901, 5984, 5985, 5986, 6000, 6001, 6379, 6380, 6443, 6566, 6665, 6666, 6667,
          6668, 6669, 6679, 6697, 7000, 7001, 7199, 8500, 8600, 9042, 9050, 9092, 9100, 9160, 9200,
          9300, 10080, 10250, 10255, 11211, 15672, 16379, 25565, 26379, 27017, 27018, 27019, 28017,
          50000, 50070, 61616);

  private Ports() {}

  static boolean mayBeAsked(int port) {
    return port == HTTP || port == HTTPS || (port >= FIRST_OF_ALL && !OF_OTHERS.contains(port));
  }
}
