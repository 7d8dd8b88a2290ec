package dev.parley.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/// Tells the network addresses of a name.
@FunctionalInterface
interface HostResolver {
  /// All addresses of a name, those to be tried first at the beginning. Blocks.
  ///
  /// @throws UnknownHostException where there are none, or nobody tells them in time
  List<InetAddress> resolve(String name, Duration timeLimit)
      throws UnknownHostException, InterruptedException;
}
