package dev.parley.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/// Where a request may go: an address, and the network addresses that its host had when it was
/// checked. They are all that the HTTP library is told of this host, and it of no other.
///
/// @param address whose host is written as it was checked
record Destination(HttpUrl address, List<InetAddress> networkAddresses) implements Dns {
  Destination {
    networkAddresses = List.copyOf(networkAddresses);
  }

  @Override
  public List<InetAddress> lookup(String name) throws UnknownHostException {
    if (!name.equals(address.host())) {
      throw new UnknownHostException(name);
    }
    return networkAddresses;
  }

  /// Whether a connection leads there and nowhere else.
  boolean isReachedBy(SocketAddress connection) {
    return connection instanceof InetSocketAddress to
        && !to.isUnresolved()
        && to.getPort() == address.port()
        && networkAddresses.contains(to.getAddress());
  }
}
