package dev.parley.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The files of the admin pages")
final class AdminPageTest {
  private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
  private static final Pattern IMPORT = Pattern.compile("from \"\\./([^\"]+)\"");
  private static final Pattern ELSEWHERE =
      Pattern.compile("https?://(?!www\\.w3\\.org/|\")|//cdn|@import|url\\(");

  private final AdminHarness admin = new AdminHarness();

  @AfterEach
  void close() {
    admin.close();
  }

  @Test
  @DisplayName("are served with their types, with all that they import")
  void served() {
    List<String> own =
        files().map(file -> file.getFileName().toString()).filter(it -> !html(it)).toList();
    List<String> imported =
        own.stream()
            .flatMap(name -> IMPORT.matcher(asset(name).body()).results())
            .map(result -> result.group(1))
            .distinct()
            .toList();

    assertThat(own).hasSizeGreaterThan(10);
    assertThat(imported).contains("dom.js", "theme.js");
    assertThat(Stream.concat(own.stream(), imported.stream()))
        .allSatisfy(
            name -> {
              assertThat(asset(name).status()).as(name).isEqualTo(200);
              assertThat(asset(name).header("Content-Type"))
                  .contains(name.endsWith(".js") ? "javascript" : "css");
            });
  }

  private static boolean html(String name) {
    return name.endsWith(".html");
  }

  private AdminHarness.Answer asset(String name) {
    return admin.send(admin.to("/admin/assets/" + name));
  }

  @Test
  @DisplayName("refer to nothing that is not there, and to nothing elsewhere")
  void refersToItselfOnly() {
    assertThat(files()).allSatisfy(file -> assertThat(text(file)).doesNotContainPattern(ELSEWHERE));
    assertThat(files().filter(file -> html(file.toString())))
        .hasSize(2)
        .flatMap(file -> REFERENCE.matcher(text(file)).results().map(it -> it.group(1)).toList())
        .contains("/admin/assets/main.js", "/admin/assets/sign-in.js")
        .allSatisfy(it -> assertThat(admin.send(admin.to(it)).status()).as(it).isIn(200, 303));
  }

  @Test
  @DisplayName("have no script or style within the page, which their own policy would stop")
  void nothingInline() {
    assertThat(files().filter(file -> html(file.toString())))
        .allSatisfy(
            file ->
                assertThat(text(file))
                    .doesNotContainPattern("<script(?![^>]*src=)")
                    .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+="));
  }

  @Test
  @DisplayName("make nothing of the page from the texts of documents but text")
  void noMarkup() {
    assertThat(files())
        .allSatisfy(
            file ->
                assertThat(text(file))
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "eval("));
  }

  private static Stream<Path> files() {
    try {
      Path folder =
          Path.of(
                  Objects.requireNonNull(
                          AdminPages.class.getResource("/dev/parley/web/admin/index.html"))
                      .toURI())
              .getParent();
      return Files.list(folder)
          .filter(file -> file.toString().matches(".*\\.(html|css|js)"))
          .toList()
          .stream();
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
