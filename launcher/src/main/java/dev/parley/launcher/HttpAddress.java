package dev.parley.launcher;

import dev.parley.launcher.settings.HttpSection;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/// Where the bot will listen, tried before anything else is started.
final class HttpAddress {
  private HttpAddress() {}

  /// @throws StartException where the address cannot be had
  static void check(HttpSection http) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(http.host()), http.port()));
    } catch (UnknownHostException unknown) {
      throw new StartException(
          "The host name %s is not known; set HOST (http.host) to an address of this machine."
              .formatted(http.host()),
          unknown);
    } catch (BindException taken) {
      throw new StartException(
          "Port %d on %s cannot be had (%s); set PORT (http.port) to another one."
              .formatted(http.port(), http.host(), taken.getMessage()),
          taken);
    } catch (IOException broken) {
      throw new StartException(
          "No server can listen on %s:%d: %s.".formatted(http.host(), http.port(), broken), broken);
    }
  }
}
