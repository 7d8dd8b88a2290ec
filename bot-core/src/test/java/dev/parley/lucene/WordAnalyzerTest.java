package dev.parley.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Words of a text")
class WordAnalyzerTest {
  private final WordAnalyzer words = WordAnalyzer.words();
  private final WordAnalyzer stems = WordAnalyzer.stems();

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "Café, cafe",
    "STRASSE, straße",
    "naïve, naive",
    "ｆｕｌｌ, full",
    "Müller, muller",
    "Ёлка, ёлка",
  })
  @DisplayName("are the same whatever their case, accents and width")
  void folded(String one, String other) {
    assertThat(words.of(one)).isEqualTo(words.of(other));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "getUserById, getuserbyid",
    "getUserById, user",
    "max_retries, max_retries",
    "max_retries, retries",
    "maxRetries, maxretries",
    "max_retries, maxretries",
    "HTTP2Server, http",
    "E4711, e4711",
    "E4711, 4711",
    "node.js, node.js",
    "the user's, user",
  })
  @DisplayName("are identifiers as they are, and their parts")
  void identifiers(String text, String word) {
    assertThat(words.of(text)).contains(word);
  }

  @Test
  @DisplayName("are pairs of characters where nothing is between words")
  void pairs() {
    assertThat(words.of("東京都")).isEqualTo(List.of("東京", "京都"));
    assertThat(words.of("데이터베이스를")).contains("데이", "이터");
  }

  @Test
  @DisplayName("are told apart in Thai by a dictionary")
  void thai() {
    assertThat(words.of("ภาษาไทย")).hasSize(2);
  }

  @Test
  @DisplayName("have the same stem with all their endings")
  void stemmed() {
    assertThat(stems.of("connected connecting connections"))
        .allMatch(stem -> stem.equals("connect"));
    assertThat(words.of("connected connecting")).containsExactly("connected", "connecting");
  }

  @Test
  @DisplayName("are none where there is nothing but signs")
  void signs() {
    assertThat(words.of("… – ?! \n\t")).isEmpty();
    assertThat(words.of("")).isEmpty();
  }

  @Test
  @DisplayName("say something, but for those of the question's language that are in every text")
  void stopWords() {
    StopWords stops = new StopWords(words);

    assertThat(stops.without(words.of("How can I reset the password?")))
        .isEqualTo(List.of("reset", "password"));
    assertThat(stops.without(words.of("Wie kann ich das Passwort für die Datenbank wechseln?")))
        .isEqualTo(List.of("passwort", "datenbank", "wechseln"));
    assertThat(Set.copyOf(stops.without(words.of("Who are we?"))))
        .isEqualTo(Set.of("who", "are", "we"));
  }
}
