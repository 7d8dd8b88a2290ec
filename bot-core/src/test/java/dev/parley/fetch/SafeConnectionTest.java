package dev.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("By TLS")
@Timeout(60)
class SafeConnectionTest {
  private final HeldCertificate certificate =
      new HeldCertificate.Builder().addSubjectAlternativeName("a.example.com").build();
  private TestInternet internet;
  private SafeFetcher fetcher;

  @BeforeEach
  void open() throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(
            new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext()));
    internet = new TestInternet(server);
    HandshakeCertificates believed =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    fetcher =
        internet.fetcher(
            FetchSettings.DEFAULTS,
            new OkHttpClient.Builder()
                .sslSocketFactory(believed.sslSocketFactory(), believed.trustManager())
                .build());
  }

  @AfterEach
  void close() {
    internet.close();
  }

  @Test
  @DisplayName("a host is asked whose certificate has its name, also with a dot at its end")
  void asked() {
    assertThat(fetcher.fetch(TestInternet.get("https://a.example.com/")))
        .isInstanceOf(Fetched.Answer.class);
    assertThat(fetcher.fetch(TestInternet.get("https://a.example.com./")))
        .isInstanceOf(Fetched.Answer.class);
  }

  @Test
  @DisplayName("nothing is said to a host with the certificate of another one")
  void otherName() {
    Fetched fetched = fetcher.fetch(TestInternet.get("https://b.example.com/"));

    assertThat(fetched)
        .isEqualTo(
            new Fetched.Failed(
                "No safe connection can be made: the host's certificate or its TLS is not in"
                    + " order."));
    assertThat(internet.reached).isEmpty();
  }

  @Test
  @DisplayName("nothing is said to a host whose certificate nobody believes")
  void unbelieved() {
    Fetched fetched = internet.fetcher().fetch(TestInternet.get("https://a.example.com/"));

    assertThat(fetched).isInstanceOf(Fetched.Failed.class);
    assertThat(internet.reached).isEmpty();
  }

  @Test
  @DisplayName("no redirect leads to an open connection")
  void downgrade() {
    internet.redirect("a.example.com/", 302, "http://a.example.com/b");

    assertThat(fetcher.fetch(TestInternet.get("https://a.example.com/")))
        .isEqualTo(Reasons.DOWNGRADE);
  }
}
