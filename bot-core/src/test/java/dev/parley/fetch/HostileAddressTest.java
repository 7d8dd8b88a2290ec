package dev.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Of addresses")
@Timeout(60)
class HostileAddressTest {
  private final TestInternet internet = new TestInternet();

  HostileAddressTest() {
    internet
        .name("two-sides.example.com", TestInternet.PUBLIC, "10.0.0.1")
        .name("two-families.example.com", TestInternet.PUBLIC, "fd12::1")
        .name("loopback.example.com", "127.0.0.1")
        .name("loopback6.example.com", "::1")
        .name("lan.example.com", "192.168.1.10")
        .name("shared.example.com", "100.64.7.7")
        .name("metadata.example.com", "169.254.169.254")
        .name("metadata6.example.com", "fd00:ec2::254")
        .name("translated.example.com", "64:ff9b::a9fe:a9fe")
        .name("nowhere.example.com", "0.0.0.0")
        .name("group.example.com", "224.0.0.251")
        .name("everybody.example.com", "255.255.255.255")
        .name("dual.example.com", "2606:2800:21f:cb07::1", TestInternet.PUBLIC)
        .name("behind-translation.example.com", "64:ff9b::5db8:d70e");
  }

  @AfterEach
  void close() {
    internet.close();
  }

  /// Lines of a table; what follows two spaces and `#` says what an address tries.
  private static List<String> table(String name) {
    try (InputStream table = HostileAddressTest.class.getResourceAsStream(name)) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("(^|\\s\\s+)# .*", ""))
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<String> hostile() {
    return table("hostile-addresses.txt");
  }

  static List<String> harmless() {
    return table("harmless-addresses.txt");
  }

  @Test
  @DisplayName("there are more than a hundred and fifty hostile ones here")
  void many() {
    assertThat(hostile()).doesNotHaveDuplicates().hasSizeGreaterThan(150);
    assertThat(harmless()).doesNotHaveDuplicates().hasSizeGreaterThan(20);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @DisplayName("no hostile one is connected to")
  void refused(String address) {
    Optional<URI> read = WebAddress.parse(address);

    Fetched fetched =
        internet
            .fetcher()
            .fetch(TestInternet.get(read.map(URI::toString).orElseGet(() -> escaped(address))));

    assertThat(fetched).isInstanceOf(Fetched.Refused.class);
    assertThat(internet.connections).isEmpty();
    assertThat(internet.reached).isEmpty();
  }

  /// As an address that nobody looked at before would come.
  private static String escaped(String address) {
    return "x:"
        + URI.create("x:" + address.replaceAll("[^a-zA-Z0-9:/.@-]", "_")).getSchemeSpecificPart();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @DisplayName("no hostile one is led to either")
  void notLedTo(String address) {
    internet.redirect("start.example.com/", 302, asHeader(address));

    internet.fetcher().fetch(TestInternet.get("http://start.example.com/"));

    // what begins with no scheme, or with the same one and no host, stays where it is
    assertThat(internet.urls()).isNotEmpty().allMatch(url -> url.startsWith("start.example.com/"));
    assertThat(internet.connections).hasSameSizeAs(internet.reached);
  }

  /// Headers are bytes.
  private static String asHeader(String address) {
    return new String(address.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  @DisplayName("a harmless one is asked")
  void asked(String address) {
    URI read = WebAddress.parse(address).orElseThrow();

    Fetched fetched = internet.fetcher().fetch(TestInternet.get(read.toString()));

    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.Answer.class, answer -> assertThat(answer.isSuccess()).isTrue());
    assertThat(internet.reached).hasSize(1);
  }
}
