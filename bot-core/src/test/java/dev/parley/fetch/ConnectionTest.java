package dev.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A connection")
@Timeout(60)
class ConnectionTest {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  /// Takes connections, and answers each with the same bytes, or with none.
  private static final class RawServer implements AutoCloseable {
    final AtomicInteger taken = new AtomicInteger();
    final ServerSocket socket;

    RawServer(byte[] answer, boolean again) throws IOException {
      socket = new ServerSocket(0, 50, LOOPBACK);
      Thread.startVirtualThread(() -> serve(answer, again));
    }

    private void serve(byte[] answer, boolean again) {
      while (!socket.isClosed()) {
        try (Socket one = socket.accept()) {
          taken.incrementAndGet();
          readRequest(one);
          OutputStream out = one.getOutputStream();
          do {
            out.write(answer);
          } while (again);
        } catch (IOException gone) {
          // whoever connected has enough
        }
      }
    }

    /// What is closed unread would take the answer with it.
    private static void readRequest(Socket one) throws IOException {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII));
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
    }

    int port() {
      return socket.getLocalPort();
    }

    SafeFetcher fetcher(String... addresses) {
      return SafeFetcher.through(
          FetchSettings.DEFAULTS,
          (_, _) -> List.of(addresses).stream().map(InetAddress::ofLiteral).toList(),
          _ -> new InetSocketAddress(LOOPBACK, port()),
          new OkHttpClient());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static RawServer saying(String answer, boolean again) throws IOException {
    return new RawServer(answer.getBytes(StandardCharsets.US_ASCII), again);
  }

  private static Destination destination(String address, String... networkAddresses) {
    return new Destination(
        HttpUrl.get(address),
        List.of(networkAddresses).stream().map(InetAddress::ofLiteral).toList());
  }

  @Test
  @DisplayName("that the HTTP library makes to an address in the place of a name is guarded too")
  void literals() throws IOException {
    try (RawServer server = saying("", false)) {
      GuardedSockets sockets =
          new GuardedSockets(
              destination("http://a.example.com/", TestInternet.PUBLIC), UnaryOperator.identity());
      Call call =
          new OkHttpClient.Builder()
              .socketFactory(sockets)
              .build()
              .newCall(
                  new Request.Builder().url("http://127.0.0.1:" + server.port() + "/").build());

      assertThatThrownBy(call::execute).isInstanceOf(RefusedConnectionException.class);
      assertThat(server.taken).hasValue(0);
    }
  }

  @Test
  @DisplayName("is made to the checked addresses and the checked port alone")
  void guarded() throws IOException {
    try (RawServer server = saying("", false)) {
      InetSocketAddress there = new InetSocketAddress(LOOPBACK, server.port());
      Destination other = destination("http://127.0.0.1:1/", "127.0.0.1");
      Destination same = destination("http://127.0.0.1:" + server.port() + "/", "127.0.0.1");

      try (Socket refused = new GuardedSockets(other, UnaryOperator.identity()).createSocket();
          Socket made = new GuardedSockets(same, UnaryOperator.identity()).createSocket()) {
        assertThatThrownBy(() -> refused.connect(there))
            .isInstanceOf(RefusedConnectionException.class);
        assertThatThrownBy(
                () -> made.connect(InetSocketAddress.createUnresolved("127.0.0.1", server.port())))
            .isInstanceOf(RefusedConnectionException.class);
      }
      try (Socket made = new GuardedSockets(same, UnaryOperator.identity()).createSocket()) {
        made.connect(there);
        assertThat(made.isConnected()).isTrue();
      }
    }
  }

  @Test
  @DisplayName("is told no address of another name")
  void otherNames() {
    Destination destination = destination("http://a.example.com/", TestInternet.PUBLIC);

    assertThatThrownBy(() -> destination.lookup("b.example.com"))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  @DisplayName("takes no proxy of the system's")
  void proxies() throws IOException {
    try (RawServer proxy = saying("", false);
        RawServer server = saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", false)) {
      System.setProperty("socksProxyHost", "127.0.0.1");
      System.setProperty("socksProxyPort", Integer.toString(proxy.port()));
      System.setProperty("socksNonProxyHosts", "");
      System.setProperty("http.proxyHost", "127.0.0.1");
      System.setProperty("http.proxyPort", Integer.toString(proxy.port()));
      System.setProperty("http.nonProxyHosts", "");

      Fetched fetched =
          server.fetcher(TestInternet.PUBLIC).fetch(TestInternet.get("http://a.example.com/"));

      assertThat(fetched).isInstanceOf(Fetched.Answer.class);
      assertThat(proxy.taken).hasValue(0);
    } finally {
      List.of(
              "socksProxyHost",
              "socksProxyPort",
              "socksNonProxyHosts",
              "http.proxyHost",
              "http.proxyPort",
              "http.nonProxyHosts")
          .forEach(System::clearProperty);
    }
  }

  @Test
  @DisplayName("is tried to the next of a host's addresses where one is dead")
  void nextAddress() throws IOException {
    try (RawServer server = saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", false);
        ServerSocket dead = new ServerSocket(0, 1, LOOPBACK)) {
      int nobody = dead.getLocalPort();
      dead.close();
      SafeFetcher fetcher =
          SafeFetcher.through(
              FetchSettings.DEFAULTS,
              (_, _) -> List.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("1.0.0.1")),
              address ->
                  new InetSocketAddress(
                      LOOPBACK, address.toString().contains("1.1.1.1") ? nobody : server.port()),
              new OkHttpClient());

      Fetched fetched = fetcher.fetch(TestInternet.get("http://a.example.com/"));

      assertThat(fetched).isInstanceOf(Fetched.Answer.class);
    }
  }

  @Test
  @DisplayName("on which headers have no end is left")
  void endlessHeaders() throws IOException {
    try (RawServer server = saying("HTTP/1.1 200 OK\r\nX-More: and more\r\n", true)) {
      Fetched fetched =
          server.fetcher(TestInternet.PUBLIC).fetch(TestInternet.get("http://a.example.com/"));

      assertThat(fetched).isInstanceOf(Fetched.Failed.class).isNotEqualTo(Reasons.TOO_SLOW);
    }
  }

  @Test
  @DisplayName("on which no HTTP is spoken gives a plain sentence")
  void noHttp() throws IOException {
    try (RawServer server = saying("SSH-2.0-OpenSSH_9.9\r\n", false)) {
      Fetched fetched =
          server.fetcher(TestInternet.PUBLIC).fetch(TestInternet.get("http://a.example.com/"));

      assertThat(fetched)
          .isEqualTo(
              new Fetched.Failed("The connection broke off, or what came was no answer of HTTP."));
    }
  }
}
