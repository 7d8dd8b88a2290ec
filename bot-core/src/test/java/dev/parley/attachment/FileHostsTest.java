package dev.parley.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.attachment.AttachmentUnavailableException.Why;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The hosts of a platform's files")
class FileHostsTest {
  private final FileHosts hosts = new FileHosts(Set.of("files.example"), Optional.empty());

  @ParameterizedTest
  @ValueSource(strings = {"https://files.example/a.png?x=1", "https://FILES.example/a.png"})
  @DisplayName("are taken by TLS, however they are spelled")
  void own(String url) {
    assertThat(hosts.checked(url)).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://files.example/a.png",
        "https://files.example:8443/a.png",
        "https://files.example.evil.test/a.png",
        "https://evil.test/files.example",
        "https://files.example@evil.test/a.png",
        "https://me@files.example/a.png",
        "https://169.254.169.254/latest",
        "file:///etc/passwd",
        "not an address",
        ""
      })
  @DisplayName("are no others, whatever an address looks like")
  void others(String url) {
    AttachmentUnavailableException refused =
        catchThrowableOfType(AttachmentUnavailableException.class, () -> hosts.checked(url));

    assertThat(refused.why()).isEqualTo(Why.ELSEWHERE);
  }

  @Test
  @DisplayName("are the API's own where that is set, and none of the platform's then")
  void elsewhere() {
    FileHosts redirected =
        new FileHosts(
            Set.of("files.example"), Optional.of(URI.create("http://127.0.0.1:4010/api/")));

    assertThat(redirected.checked("http://127.0.0.1:4010/f")).hasPort(4010);
    for (String other : Set.of("https://files.example/f", "http://127.0.0.1:4011/f")) {
      assertThat(
              catchThrowableOfType(
                  AttachmentUnavailableException.class, () -> redirected.checked(other)))
          .isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"404, GONE", "410, GONE", "403, FORBIDDEN", "302, FORBIDDEN", "429, UNREACHABLE"})
  @DisplayName("say by their status why a file cannot be had")
  void status(int status, Why why) {
    assertThat(FileHosts.refused(status).why()).isEqualTo(why);
    assertThat(FileHosts.refused(503).why()).isEqualTo(Why.UNREACHABLE);
  }
}
