package dev.parley.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;

/// Makes connections to one destination, and to nothing else: whatever the HTTP library thinks of,
/// be it another address, a proxy or a connection of others, ends here.
final class GuardedSockets extends SocketFactory {
  private final Destination destination;
  private final UnaryOperator<SocketAddress> way;

  /// @param way where a connection that may be made leads: the address itself
  GuardedSockets(Destination destination, UnaryOperator<SocketAddress> way) {
    this.destination = destination;
    this.way = way;
  }

  @Override
  public Socket createSocket() {
    return new Guarded();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new RefusedConnectionException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw new RefusedConnectionException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw new RefusedConnectionException();
  }

  private Socket connected(SocketAddress address) throws IOException {
    Socket socket = createSocket();
    socket.connect(address);
    return socket;
  }

  private final class Guarded extends Socket {
    /// Java would else take a proxy from its system properties.
    Guarded() {
      super(Proxy.NO_PROXY);
    }

    @Override
    public void connect(SocketAddress address) throws IOException {
      connect(address, 0);
    }

    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
      if (!destination.isReachedBy(address)) {
        close();
        throw new RefusedConnectionException();
      }
      super.connect(way.apply(address), timeout);
    }
  }
}
