package dev.parley.demo;

import static dev.parley.demo.DemoTalks.DEMO;
import static dev.parley.demo.DemoTalks.answer;
import static dev.parley.demo.DemoTalks.talk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The demo model")
class DemoResponderTest {
  @Nested
  @DisplayName("is honest and steady:")
  class Honest {
    @ParameterizedTest(name = "it says what it is after “{0}”")
    @CsvSource({
      "Hello",
      "What is the capital of France?",
      "How many messages so far?",
      "Write code",
      "Thanks!"
    })
    void saysWhatItIs(String question) {
      String answer = answer(talk(question));

      assertThat(answer).endsWith(Notice.TEXT).contains("GEMINI_API_KEY");
    }

    @Test
    @DisplayName("the same request gets the same answer")
    void isSteady() {
      assertThat(DEMO.answer(talk("Tell me a long story")))
          .isEqualTo(DEMO.answer(talk("Tell me a long story")));
    }

    @Test
    @DisplayName("it speaks at a pace that can be read along with")
    void hasAPace() {
      List<Step> steps = new DemoResponder(new DemoPace(40, 4)).answer(talk("Hello"));

      assertThat(steps).contains(new Step.Pause(Duration.ofMillis(100)));
      assertThat(steps.getFirst()).isInstanceOf(Step.Chunk.class);
      assertThat(steps.getLast()).isInstanceOf(Step.Finish.class);
    }

    @Test
    @DisplayName("it stops at the limit of output tokens")
    void keepsTheLimit() {
      GeminiRequest request = talk("A long answer please");
      ((ObjectNode) request.body()).putObject("generationConfig").put("maxOutputTokens", 20);

      assertThat(answer(request)).hasSize(80);
      assertThat(DEMO.answer(request).getLast())
          .isInstanceOfSatisfying(
              Step.Finish.class, finish -> assertThat(finish.reason()).isEqualTo("MAX_TOKENS"));
    }
  }

  @Nested
  @DisplayName("knows the conversation:")
  class Conversation {
    private static final String[] GROUP = {
      "Ann: The budget for the party is 300 euros",
      "Noted. " + Notice.TEXT,
      "Bob: Let us meet at noon",
      "Fine.",
      "Ann: %s"
    };

    private String ask(String question) {
      String[] said = GROUP.clone();
      said[4] = said[4].formatted(question);
      return answer(talk(said));
    }

    @Test
    @DisplayName("how many messages there were, and whose")
    void counts() {
      assertThat(ask("How many messages did we write?"))
          .contains("**3 messages**", "**2 answers**", "| Ann | 2 |", "| Bob | 1 |");
    }

    @Test
    @DisplayName("what was asked last")
    void lastQuestion() {
      assertThat(ask("What was the last message?")).contains("> Bob: Let us meet at noon");
    }

    @Test
    @DisplayName("what somebody said about something")
    void whatWasSaid() {
      assertThat(ask("What did I say about the budget?")).contains("300 euros");
      assertThat(ask("What did Bob say about meeting?").toLowerCase()).contains("nothing");
      assertThat(ask("What did Bob say about noon?")).contains("> Bob: Let us meet at noon");
      assertThat(ask("What did I say about noon?")).contains("nothing about **noon**");
    }

    @Test
    @DisplayName("whom it talks to")
    void names() {
      assertThat(ask("Who am I?")).contains("**Ann**");
      assertThat(answer(talk("My name is Zoe", "Hello", "What is my name?"))).contains("**Zoe**");
    }

    @Test
    @DisplayName("what it was about, in a summary without its own notices")
    void summary() {
      String answer = ask("Please summarise what we said");

      assertThat(answer).contains("- Ann: The budget", "- Bob: Let us meet").endsWith(Notice.TEXT);
      assertThat(answer.indexOf(Notice.TEXT)).isEqualTo(answer.lastIndexOf(Notice.TEXT));
    }

    @Test
    @DisplayName("and summarises it for the bot itself without any notice")
    void summaryForTheBot() {
      String bySystem =
          answer(
              talk(
                  "Summarise the conversation so far in a few sentences.",
                  new String[] {"Ann: The budget is 300 euros", "Noted.", "Ann: And bring cake"}));
      String byText =
          answer(
              talk(
                  "",
                  new String[] {
                    "Ann: The budget is 300 euros", "Noted.", "Summarise this conversation."
                  }));

      String ofTranscript =
          answer(
              talk(
                  "",
                  new String[] {
                    "Summarise this conversation:\n(Ann) The budget is 300 euros\n(Bob) Good"
                  }));

      assertThat(ofTranscript).contains("300 euros").doesNotContain("Summarise");
      assertThat(bySystem).contains("300 euros", "cake").doesNotContain("GEMINI_API_KEY");
      assertThat(byText).contains("300 euros").doesNotContain("GEMINI_API_KEY", "Summarise");
    }
  }

  @Nested
  @DisplayName("shows what the chat can do:")
  class Shows {
    @ParameterizedTest(name = "“{0}” gets {1}")
    @CsvSource(
        delimiter = ';',
        value = {
          "Show me a table; | --- |",
          "Write some Python code; ```python",
          "Give me a list; 1. **Say it**",
          "I want a long answer; **24 of 24.**",
          "Say **this** in Markdown; **this** in Markdown",
          "How long is the Nile?; That I cannot know"
        })
    void shows(String question, String expected) {
      assertThat(answer(talk(question))).contains(expected);
    }

    @Test
    @DisplayName("quotes from material that it was given")
    void quotes() {
      String answer =
          answer(
              talk(
                  "<passage id=\"1\">Holidays are 30 days a year. The office is in Kiel.</passage>\n"
                      + "Ann: How many days of holidays do I have?"));

      assertThat(answer).contains("> Holidays are 30 days a year.").doesNotContain("> The office");
    }

    @Test
    @DisplayName("describes a picture by what its bytes tell, and does not claim to see it")
    void describesPictures() {
      GeminiRequest request = talk("What is this?");
      show(request, 0, Pictured.PNG_3_BY_2);

      assertThat(answer(request))
          .contains("**PNG** picture", "`image/png`", "3 × 2 pixels", "bytes", "black (100 %)")
          .contains("only Gemini itself can tell");
    }

    @Test
    @DisplayName("tells the main colours of pictures of any size, most of all first")
    void colours() {
      GeminiRequest request = talk("Compare them");
      show(request, 0, Pictured.striped("png", 1_000, 700));
      show(request, 0, Pictured.striped("jpg", 40, 7));

      assertThat(answer(request))
          .contains("1000 × 700 pixels; its colours: blue (75 %), white (25 %)")
          .containsPattern("40 × 7 pixels; its colours: blue \\(\\d+ %\\)");
    }

    @Test
    @DisplayName("answers a question about a picture that it was shown before")
    void laterQuestion() {
      GeminiRequest request = talk("Look", "I got this file", "Which colours has the picture?");
      show(request, 0, Pictured.striped("png", 8, 8));

      assertThat(answer(request)).contains("You showed me this file:", "blue (75 %), white (25 %)");
      assertThat(answer(talk("Look", "At what?", "Which colours has the picture?")))
          .doesNotContain("You showed me");
    }

    @Test
    @DisplayName("describes a picture without words, also after one was painted")
    void wordless() {
      GeminiRequest request = talk("Draw a red circle", "Here it is.", "");
      show(request, 2, Pictured.PNG_3_BY_2);

      assertThat(answer(request)).contains("I got this file:");
    }

    private static void show(GeminiRequest request, int content, String base64) {
      ((ArrayNode) request.body().at("/contents/" + content + "/parts"))
          .addObject()
          .putObject("inlineData")
          .put("mimeType", "image/png")
          .put("data", base64);
    }
  }
}
