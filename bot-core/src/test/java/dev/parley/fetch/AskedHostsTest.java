package dev.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fetch.Fetched.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Asking a machine")
@Timeout(60)
class AskedHostsTest {
  private static final String ADDRESS = "http://a.example.com/";

  private final TestInternet internet = new TestInternet();

  @AfterEach
  void close() {
    internet.close();
  }

  private static String text(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Answer.class);
    return ((Answer) fetched).body().text(StandardCharsets.UTF_8);
  }

  @Nested
  @DisplayName("resolves its name")
  class Names {
    @Test
    @DisplayName("once, and connects to what was checked though the name changes its mind")
    void rebinding() {
      internet.name("a.example.com", TestInternet.PUBLIC).name("a.example.com", "127.0.0.1");
      SafeFetcher fetcher = internet.fetcher();

      Fetched first = fetcher.fetch(TestInternet.get(ADDRESS));
      Fetched second = fetcher.fetch(TestInternet.get(ADDRESS));

      assertThat(text(first)).isEqualTo("here");
      assertThat(second).isEqualTo(Reasons.NOT_PUBLIC);
      assertThat(internet.resolved).containsExactly("a.example.com", "a.example.com");
      assertThat(internet.connections)
          .singleElement()
          .hasToString("/" + TestInternet.PUBLIC + ":80");
    }

    @Test
    @DisplayName("anew after each redirect, which a changed mind does not get through either")
    void rebindingByRedirect() {
      internet
          .name("a.example.com", TestInternet.PUBLIC)
          .name("a.example.com", "169.254.169.254")
          .redirect("a.example.com/", 302, "/latest/meta-data/");

      Fetched fetched = internet.fetcher().fetch(TestInternet.get(ADDRESS));

      assertThat(fetched).isEqualTo(Reasons.NOT_PUBLIC);
      assertThat(internet.connections).hasSize(1);
    }

    @Test
    @DisplayName("and says so where there is none")
    void unknown() {
      internet.name("a.example.com");

      assertThat(internet.fetcher().fetch(TestInternet.get(ADDRESS)))
          .isEqualTo(Reasons.UNKNOWN_HOST);
    }
  }

  @Nested
  @DisplayName("of a private host")
  class PrivateHosts {
    private Fetched ask(String address, String... named) {
      internet
          .name("wiki.internal", "10.0.0.5")
          .name("trap.internal", "169.254.169.254")
          .name("group.internal", "224.0.0.1");
      return internet.fetcher().fetch(TestInternet.get(address, named));
    }

    @ParameterizedTest(name = "{0} where {1} is named")
    @CsvSource({
      "http://wiki.internal/, wiki.internal",
      "http://WIKI.internal./, Wiki.Internal",
      "http://wiki.internal/, wiki.internal.",
      "http://wiki.internal:8080/, wiki.internal",
      "http://wiki.internal:6379/, wiki.internal:6379",
      "http://wiki.internal:81/, wiki.internal:81",
      "http://wiki.internal/, wiki.internal:80",
      "http://10.1.2.3/, 10.1.2.3",
      "http://127.0.0.1:9999/, 127.0.0.1:9999",
      "http://[fd12::1]/, fd12::1",
      "http://[fd12::1]/, [fd12:0::1]",
      "http://[fd12::1]:82/, [fd12::1]:82",
      "http://[::1]:8080/, ::1",
      "http://localhost/, localhost",
      "http://[::ffff:10.1.2.3]/, 10.1.2.3",
      "http://169.254.169.254/, 169.254.169.254",
      "http://[fd00:ec2::254]/, fd00:ec2::254",
    })
    @DisplayName("is done where it is named")
    void named(String address, String named) {
      assertThat(text(ask(address, named))).isEqualTo("here");
    }

    @ParameterizedTest(name = "{0} where {1} is named")
    @CsvSource({
      "http://wiki.internal/, ''",
      "http://wiki.internal/, internal",
      "http://wiki.internal/, other.internal",
      "http://wiki.internal/, 10.0.0.5",
      "http://wiki.internal/, wiki.internal:8080",
      "http://wiki.internal/, http://wiki.internal/",
      "http://wiki.internal/, wiki.internal/x",
      "http://wiki.internal/, x@wiki.internal",
      "http://wiki.internal/, *.internal",
      "http://wiki.internal/, *",
      "http://wiki.internal:6379/, wiki.internal",
      "http://a.wiki.internal/, wiki.internal",
      "http://10.0.0.5/, wiki.internal",
      "http://10.1.2.4/, 10.1.2.3",
      "http://10.1.2.3/, 10.0.0.0/8",
      "http://[fd12::2]/, fd12::1",
      "http://trap.internal/, trap.internal",
      "http://trap.internal/, 169.254.169.254",
      "http://group.internal/, group.internal",
      "http://224.0.0.1/, 224.0.0.1",
      "http://0.0.0.0/, 0.0.0.0",
    })
    @DisplayName("is not done else, nor ever of what tells secrets or is many")
    void unnamed(String address, String named) {
      assertThat(ask(address, named)).isInstanceOf(Fetched.Refused.class);
      assertThat(internet.connections).isEmpty();
    }
  }

  @Nested
  @DisplayName("within rules")
  class Rules {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
      "http://example.org/, true",
      "http://www.example.org/, true",
      "http://secret.example.org/, false",
      "http://a.secret.example.org/, false",
      "http://notexample.org/, false",
      "http://example.org.example.com/, false",
      "http://example.com/, false",
      "http://93.184.215.14/, true",
      "http://93.184.215.15/, false",
      "http://www.example.org./, true",
      "http://secret.example.org./, false",
    })
    @DisplayName("leaves out what they leave out")
    void rules(String address, boolean asked) {
      SafeFetcher fetcher =
          internet
              .fetcher()
              .within(
                  new HostRules(
                      Set.of("example.org", TestInternet.PUBLIC), Set.of("secret.example.org")));

      Fetched fetched = fetcher.fetch(TestInternet.get(address));

      if (asked) {
        assertThat(fetched).isInstanceOf(Answer.class);
      } else {
        assertThat(fetched).isEqualTo(Reasons.NOT_HERE);
      }
      assertThat(internet.connections).hasSize(asked ? 1 : 0);
    }

    @Test
    @DisplayName("follows no redirect past them")
    void redirects() {
      internet.redirect("a.example.com/", 302, "http://b.example.com/");

      Fetched fetched =
          internet
              .fetcher()
              .within(new HostRules(Set.of(), Set.of("b.example.com")))
              .fetch(TestInternet.get(ADDRESS));

      assertThat(fetched).isEqualTo(Reasons.NOT_HERE);
    }
  }
}
