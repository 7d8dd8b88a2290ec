package dev.parley.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The name of a server's tool")
class ToolNameTest {
  @Test
  @DisplayName("is the server's and its own where a model can be told it")
  void plain() {
    assertThat(ToolName.of("git-hub", "create_issue.v2-x")).isEqualTo("git-hub__create_issue.v2-x");
  }

  @ParameterizedTest
  @CsvSource({"a b, a_b", "a/b, a:b", "'a b', 'a  b'", "ä, ö"})
  @DisplayName("differs from that of any other tool")
  void differs(String one, String other) {
    assertThat(ToolName.of("s", one)).isNotEqualTo(ToolName.of("s", other));
  }

  @Test
  @DisplayName("differs where long names differ at their ends only")
  void cut() {
    String start = "x".repeat(100);

    assertThat(ToolName.of("s", start + "1"))
        .hasSize(64)
        .isNotEqualTo(ToolName.of("s", start + "2"));
  }

  @Test
  @DisplayName("is also what its files are called")
  void stem() {
    assertThat(ToolName.stem("read file.v2")).isEqualTo("read_file-v2");
    assertThat(ToolName.stem("x".repeat(100))).hasSize(40);
  }
}
