package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page")
final class PageTest {
  private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
  private static final Pattern IMPORT = Pattern.compile("from \"\\./([^\"]+)\"");
  private static final Pattern ELSEWHERE = Pattern.compile("https?://(?!www\\.w3\\.org/)|//cdn");

  private final WebHarness web = new WebHarness();

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  @DisplayName("Every file of it is served with its type")
  void allFilesAreServed() {
    List<String> names = files().map(Path::getFileName).map(Path::toString).toList();

    assertThat(names).hasSizeGreaterThan(15);
    assertThat(names)
        .filteredOn(name -> !name.equals("index.html"))
        .allSatisfy(
            name -> {
              WebHarness.Answer answer = web.get("/assets/" + name);
              assertThat(answer.status()).as(name).isEqualTo(200);
              assertThat(answer.header("Content-Type")).contains(type(name));
            });
    assertThat(web.get("/").header("Content-Type")).startsWith("text/html");
    assertThat(web.get("/favicon.ico").status()).isEqualTo(200);
  }

  private static String type(String name) {
    return name.endsWith(".js") ? "javascript" : name.endsWith(".css") ? "css" : "svg";
  }

  @Test
  @DisplayName("It refers only to files that are there, and to nothing elsewhere")
  void refersToItselfOnly() {
    String page = web.get("/").body();

    List<String> references =
        REFERENCE.matcher(page).results().map(result -> result.group(1)).toList();
    assertThat(references)
        .filteredOn(it -> !it.startsWith("#"))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(web.get(it).status()).as(it).isEqualTo(200));
    assertThat(files()).allSatisfy(file -> assertThat(text(file)).doesNotContainPattern(ELSEWHERE));
    assertThat(files().flatMap(file -> IMPORT.matcher(text(file)).results()))
        .extracting(MatchResult::group)
        .isNotEmpty();
    assertThat(
            files()
                .flatMap(file -> IMPORT.matcher(text(file)).results())
                .map(result -> result.group(1))
                .distinct())
        .allSatisfy(it -> assertThat(web.get("/assets/" + it).status()).as(it).isEqualTo(200));
  }

  @Test
  @DisplayName("It has no inline script or style, which its own policy would stop")
  void nothingInline() {
    String page = web.get("/").body();

    assertThat(page)
        .doesNotContainPattern("<script(?![^>]*src=)")
        .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=");
  }

  @Test
  @DisplayName("A browser that has a file asks only whether it changed")
  void etags() {
    String tag = web.get("/assets/main.js").header("ETag");

    WebHarness.Answer again =
        web.send(HttpRequest.newBuilder(web.uri("/assets/main.js")).header("If-None-Match", tag));

    assertThat(tag).isNotBlank();
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("Cache-Control")).isEqualTo("no-cache");
  }

  private static Stream<Path> files() {
    try {
      Path folder =
          Path.of(Objects.requireNonNull(WebAdapter.class.getResource("page/index.html")).toURI())
              .getParent();
      return Files.list(folder).toList().stream();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
