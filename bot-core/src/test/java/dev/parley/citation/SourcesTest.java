package dev.parley.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sources of a text and of what follows it")
class SourcesTest {
  private static Source page(String path) {
    return new Source("https://example.org/" + path, path, "");
  }

  @Test
  @DisplayName("are those of both, each page once, each for its part of the whole")
  void together() {
    Sources first =
        new Sources(
            List.of(page("a"), page("b")),
            List.of(new Support(5, List.of(1))),
            List.of(),
            List.of("x"));
    Sources second =
        new Sources(
            List.of(page("c"), page("b")),
            List.of(new Support(3, List.of(0, 1))),
            List.of(new Unread("https://example.org/d", "no")),
            List.of("x", "y"));

    assertThat(first.plus(second, 10))
        .isEqualTo(
            new Sources(
                List.of(page("a"), page("b"), page("c")),
                List.of(new Support(5, List.of(1)), new Support(13, List.of(2, 1))),
                List.of(new Unread("https://example.org/d", "no")),
                List.of("x", "y")));
  }
}
