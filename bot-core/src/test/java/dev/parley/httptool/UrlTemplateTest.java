package dev.parley.httptool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The URL of a declared tool")
class UrlTemplateTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "{q}; needs to begin with https:// or http://",
        "{q}://example.org/; needs to begin with https:// or http://",
        "ftp://example.org/; needs to begin with https:// or http://",
        "https://{q}/; must have no placeholder in its scheme, host or port",
        "https://{q}.example.org/; must have no placeholder in its scheme, host or port",
        "https://example.{q}; must have no placeholder in its scheme, host or port",
        "https://example.org:{q}/; must have no placeholder in its scheme, host or port",
        "https://example.org{q}; must have no placeholder in its scheme, host or port",
        "https://ann:pw@example.org/; must hold no user and no password",
        "https:///path; needs a host",
        "https://exa mple.org/; is no URL",
        "https://example.org:99999/; port up to 65535",
        "https://example.org/a b; is no URL",
        "https://example.org/a?b=1; what follows a ? belongs below query",
        "https://example.org/{q}?b={q}; what follows a ? belongs below query",
        "https://example.org/a#b; must end with its path",
        "https://example.org/../b; must not have .. in its path"
      })
  @DisplayName("names one machine and a path, or is a mistake")
  void wrong(String url, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SomeTool.url(url))
        .withMessageContaining(problem);
  }

  private static Template from(String address, String path) {
    return new Template(
        List.of(
            new Template.Hidden(Secret.of(address)),
            new Template.Fixed(path),
            new Template.Gap(List.of("q"), Map.of())));
  }

  @Test
  @DisplayName("may begin with an address from the environment, which is no secret")
  void address() {
    UrlTemplate url = UrlTemplate.of(from("http://127.0.0.1:8123/base", "/v1/"));

    assertThat(url.secrets()).isEmpty();
    assertThat(url.fill(List.of(), new Values(Map.of("q", SomeTool.json("\"a/b\"")))))
        .isEqualTo(URI.create("http://127.0.0.1:8123/base/v1/a%2Fb"));
  }

  @Test
  @DisplayName("keeps a secret in its path, whatever characters it has")
  void secretPath() {
    UrlTemplate url = UrlTemplate.of(SomeTool.hiding("https://example.org/bot", "12:a?b /"));

    assertThat(url.secrets()).containsExactly(Secret.of("12:a?b /"));
    assertThat(url.fill(List.of(), new Values(Map.of())))
        .isEqualTo(URI.create("https://example.org/bot12%3Aa%3Fb%20%2F"));
  }

  @ParameterizedTest(name = "{0} with {1} as a private host: {2}")
  @CsvSource({
    "https://example.org/, none, true",
    "http://example.org/, none, false",
    "http://example.org/, example.org, true",
    "http://Example.org/, EXAMPLE.org:80, true",
    "http://example.org:81/, example.org:80, false",
    "http://example.org.evil.example/, example.org, false"
  })
  @DisplayName("is confidential by https, or in the own network")
  void confidential(String url, String host, boolean confidential) {
    HttpStep step =
        SomeTool.withHeader(
            SomeTool.get("x", url), new Field("X-Key", SomeTool.hiding("", "s3cret")));

    assertThat(step.isConfidential(Set.of(host))).isEqualTo(confidential);
    assertThat(SomeTool.get("x", url).isConfidential(Set.of())).isTrue();
  }
}
