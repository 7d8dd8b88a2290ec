package dev.parley.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The title of a tool call")
class CallTitleTest {
  private static String title(String name, String arguments) {
    try {
      return CallTitle.of(name, new ObjectMapper().readTree(arguments));
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "current_time | {} | Current time",
        "get_weather | {\"location\": \"Paris\", \"unit\": \"celsius\"} | Weather: Paris, celsius",
        "get | {} | Get",
        "github__list_issues | {\"repo\": \"parley\"} | List issues (github): parley",
        "listIssues | {\"page\": 2, \"open\": true, \"filter\": {\"a\": \"b\"}} | List issues: 2",
        "x__ | {} | X",
        "read | {\"urls\": [\"a.example\", \"b.example\", \"c.example\"]} | Read: a.example, b.example",
        "fetch_page | {\"url\": \"https://example.org/\"} | Fetch page: example.org",
      })
  @DisplayName("says in plain words which tool it is, and with what")
  void plain(String name, String arguments, String title) {
    assertThat(title(name, arguments)).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"password\": \"hunter2\"}",
        "{\"api_key\": \"abc\", \"accessToken\": \"abc\", \"authorization\": \"Basic abc\"}",
        "{\"text\": \"use sk-proj-8aB3dE6fG9hJ2kL5mN8pQ1 for it\"}",
        "{\"text\": \"  \", \"nothing\": null, \"deep\": {\"text\": \"a\"}}",
      })
  @DisplayName("leaves out what may be a secret, and what is nothing in words")
  void secrets(String arguments) {
    assertThat(title("call", arguments)).isEqualTo("Call");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://ann:secret@example.org/a/b?token=x#y, Call: example.org/a/b",
    "http://hooks.example.org/services/T024BE7LD/8aB3dE6fG9hJ2kL5mN8pQ1zz, Call: hooks.example.org",
  })
  @DisplayName("shows of an address where it is, without what lets people in")
  void addresses(String address, String title) {
    assertThat(title("call", "{\"url\": \"" + address + "\"}")).isEqualTo(title);
  }

  @Test
  @DisplayName("is one line that calls nobody and does not run backwards")
  void harmless() {
    String title =
        title("call", "{\"q\": \"a\\n\\n<!channel> @everyone <@U1> \\u202Eb ann@example.org\"}");

    assertThat(title).isEqualTo("Call: a !channel everyone U1 b ann@example.org");
    assertThat(CallTitle.shown("Read\n<@U1>")).isEqualTo("Read U1");
  }

  @Test
  @DisplayName("is cut where it is long, never in the midst of a character")
  void cut() {
    assertThat(title("call", "{\"q\": \"" + "x".repeat(61) + "\"}"))
        .isEqualTo("Call: " + "x".repeat(59) + "…");
    assertThat(title("call", "{\"q\": \"" + "😀".repeat(70) + "\"}"))
        .isEqualTo("Call: " + "😀".repeat(59) + "…");
    assertThat(CallTitle.shown("x".repeat(300))).hasSize(CallTitle.LONGEST);
  }
}
