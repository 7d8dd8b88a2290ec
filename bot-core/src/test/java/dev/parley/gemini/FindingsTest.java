package dev.parley.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.genai.types.GenerateContentResponse;
import dev.parley.citation.Source;
import dev.parley.citation.Sources;
import dev.parley.citation.Support;
import dev.parley.citation.Unread;
import dev.parley.model.ModelEvent;
import dev.parley.usage.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What Gemini's own tools found")
class FindingsTest {
  private static final String TWO_PAGES =
      """
      "groundingChunks": [
        {"web": {"uri": "https://vertexaisearch.cloud.google.com/r/1", "title": "wetter.example"}},
        {"retrievedContext": {"uri": "gs://x"}},
        {"web": {"uri": "https://b.example/p", "title": "B"}}]
      """;

  private final List<ModelEvent> events = new ArrayList<>();

  private AnswerAssembly answer(String... candidates) {
    AnswerAssembly answer = new AnswerAssembly("gemini-3.8-flash", 0, events::add);
    for (String candidate : candidates) {
      answer.take(GenerateContentResponse.fromJson("{\"candidates\": [{" + candidate + "}]}"));
    }
    return answer;
  }

  private String shown() {
    return events.stream()
        .filter(ModelEvent.Text.class::isInstance)
        .map(event -> ((ModelEvent.Text) event).delta())
        .collect(Collectors.joining());
  }

  private static String parts(String... parts) {
    return "\"content\": {\"parts\": [" + String.join(", ", parts) + "]}";
  }

  private static String text(String text) {
    return "{\"text\": \"" + text + "\"}";
  }

  private static String grounding(String supports) {
    return "\"groundingMetadata\": {" + TWO_PAGES + ", \"groundingSupports\": [" + supports + "]}";
  }

  private static String segment(int part, int start, int end, String text, String from) {
    return """
        {"segment": {"partIndex": %d, "startIndex": %d, "endIndex": %d, "text": "%s"},
         "groundingChunkIndices": [%s]}
        """
        .formatted(part, start, end, text, from);
  }

  @Test
  @DisplayName("is told of the whole text by bytes, whatever its pieces and script")
  void bytes() {
    AnswerAssembly answer =
        answer(
            parts(text("У Києві 🌧")),
            parts(text(" дощ. 東京は")),
            parts(text("晴れ。 Fine.")),
            grounding(
                segment(0, 0, 25, "У Києві 🌧 дощ", "0")
                    + ","
                    + segment(0, 27, 48, "東京は晴れ。 ".strip(), "2, 0, 1, 7")));

    Sources sources = answer.sources();

    assertThat(sources.pages())
        .containsExactly(
            new Source("https://vertexaisearch.cloud.google.com/r/1", "wetter.example", ""),
            new Source("https://b.example/p", "B", "b.example"));
    assertThat(sources.supports())
        .extracting(support -> shown().substring(0, support.end()))
        .containsExactly("У Києві 🌧 дощ");
  }

  @Test
  @DisplayName("is told of one part or of all, and the part is found among thoughts and calls")
  void severalParts() {
    AnswerAssembly answer =
        answer(
            parts("{\"text\": \"Hm.\", \"thought\": true}"),
            parts(
                text("One."),
                "{\"toolCall\": {\"id\": \"1\", \"toolType\": \"GOOGLE_SEARCH_WEB\"}}"),
            parts(text("Two."), "{\"text\": \"\", \"thoughtSignature\": \"c2ln\"}"),
            grounding(
                String.join(
                    ",",
                    segment(1, 0, 4, "One.", "0"),
                    segment(3, 0, 4, "Two.", "0"),
                    segment(0, 4, 8, "Two.", "2"))));

    assertThat(answer.sources().supports())
        .containsExactly(
            new Support(4, List.of(0)), new Support(8, List.of(0)), new Support(8, List.of(1)));
  }

  @Test
  @DisplayName("has its pages even where it tells of parts that are not there")
  void misfits() {
    AnswerAssembly answer =
        answer(
            parts(text("Дощ.")),
            grounding(
                String.join(
                    ",",
                    segment(0, 0, 3, "Д", "0"),
                    segment(0, 0, 99, "Дощ.", "0"),
                    segment(0, 0, 7, "Сон.", "0"),
                    segment(0, 4, 4, "", "0"),
                    segment(0, 0, 7, "Дощ.", "1"),
                    "{\"groundingChunkIndices\": [0]}")));

    assertThat(answer.sources().supports()).isEmpty();
    assertThat(answer.sources().pages()).hasSize(2);
  }

  @Test
  @DisplayName("is there once, though several chunks tell it, or the pages come in several chunks")
  void repeated() {
    String whole = grounding(segment(0, 0, 3, "One", "0"));
    String other =
        """
        "groundingMetadata": {"groundingChunks": [{"web": {"uri": "https://c.example"}}],
          "groundingSupports": [{"segment": {"endIndex": 3}, "groundingChunkIndices": [0]}]}
        """;

    Sources sources = answer(parts(text("One")), whole, whole, other).sources();

    assertThat(sources.pages()).hasSize(3);
    assertThat(sources.supports())
        .containsExactly(new Support(3, List.of(0)), new Support(3, List.of(2)));
  }

  @Test
  @DisplayName("are pages that it read, and those that it could not read")
  void pages() {
    String read =
        """
        "urlContextMetadata": {"urlMetadata": [
          {"retrievedUrl": "https://a.example/x", "urlRetrievalStatus": "URL_RETRIEVAL_STATUS_SUCCESS"},
          {"retrievedUrl": "https://b.example", "urlRetrievalStatus": "URL_RETRIEVAL_STATUS_PAYWALL"},
          {"retrievedUrl": "https://c.example", "urlRetrievalStatus": "URL_RETRIEVAL_STATUS_LATER"},
          {"retrievedUrl": "https://d.example"}, {}]}
        """;

    Sources sources = answer(parts(text("One")), read).sources();

    assertThat(sources.pages()).containsExactly(new Source("https://a.example/x", "", "a.example"));
    assertThat(sources.unread())
        .containsExactly(
            new Unread("https://b.example", "it is behind a paywall"),
            new Unread("https://c.example", "it could not be had"));
  }

  @Test
  @DisplayName("is counted by its searches: each once, those too of an answer that was cut")
  void searches() {
    String call =
        """
        {"toolCall": {"id": "1", "toolType": "GOOGLE_SEARCH_WEB",
          "args": {"queries": ["rain", "sun", ""]}}}
        """;
    String told = "\"groundingMetadata\": {\"webSearchQueries\": [\"rain\", \"snow\", \" \"]}";

    assertThat(answer(parts(call)).usage()).isEqualTo(TokenUsage.NONE.withSearches(2));
    assertThat(answer(parts(call)).isCounted()).isFalse();
    assertThat(answer(parts(call), told, told).usage().searches()).isEqualTo(3);
    assertThat(answer(told).sources().searches()).containsExactly("rain", "snow");
  }

  @Test
  @DisplayName("is billed by prompts that searched, where an older model answered")
  void olderModels() {
    AnswerAssembly answer = new AnswerAssembly("gemini-2.5-flash-lite", 0, events::add);
    String searched =
        "{\"candidates\": [{\"groundingMetadata\": {\"webSearchQueries\": [\"a\", \"b\"]}}]}";

    answer.take(GenerateContentResponse.fromJson(searched));
    assertThat(answer.usage().searches()).isEqualTo(1);

    answer.take(GenerateContentResponse.fromJson("{\"modelVersion\": \"gemini-3.8-flash\"}"));
    assertThat(answer.usage().searches()).isEqualTo(2);
  }

  @Test
  @DisplayName("by code is shown with the code, where both are short; and is kept as it came")
  void code() {
    AnswerAssembly answer =
        answer(
            parts(text("Let me see.")),
            parts(
                "{\"executableCode\": {\"language\": \"PYTHON\", \"code\": \"print('```')\\n\"}}",
                "{\"codeExecutionResult\": {\"outcome\": \"OUTCOME_OK\", \"output\": \"42\\n\"}}"),
            parts(text("It is 42.")),
            grounding(segment(3, 0, 9, "It is 42.", "0")));

    assertThat(shown())
        .isEqualTo(
            """
            Let me see.

            _Code that ran:_

            ````python
            print('```')
            ````



            _Its output:_

            ```
            42
            ```

            It is 42.""");
    assertThat(answer.sources().supports())
        .containsExactly(new Support(shown().length(), List.of(0)));
    assertThat(answer.finished().content().json())
        .contains("\"executableCode\"", "\"codeExecutionResult\"");
  }

  @Test
  @DisplayName("by long code is no more than that it ran, and that it failed")
  void longCode() {
    answer(
        parts(
            "{\"executableCode\": {\"code\": \"" + "x = 1\\n".repeat(40) + "\"}}",
            "{\"codeExecutionResult\": {\"outcome\": \"OUTCOME_FAILED\", \"output\": \"Trace\"}}"));

    assertThat(shown()).isEqualTo("_40 lines of code ran._\n\n\n\n_The code failed._\n\n");
  }
}
