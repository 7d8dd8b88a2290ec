package dev.parley.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A question to documents")
class QuestionTest {
  private static final Optional<String> BEFORE = Optional.of("How much holiday do I have?");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello!",
        "Thanks a lot",
        "good morning",
        "Who are you?",
        "What can you do?",
        "ok",
        "👍",
        "",
        "Danke dir",
        "Guten Tag",
        "こんにちは"
      })
  @DisplayName("is none where nothing in it could be in a document")
  void nothingAsked(String text) {
    assertThat(Question.of(text, BEFORE).informative()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "And is it paid?",
        "Parental leave?",
        "Was ist damit?? Erklärung",
        "more on bicycles"
      })
  @DisplayName("is searched for with the one before where it says little, or means that one")
  void meansMore(String text) {
    Question question = Question.of(text, BEFORE);

    assertThat(question.words()).isEqualTo(BEFORE.get() + "\n" + text);
    assertThat(question.informative()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which bicycle does the company pay for?",
        "Is there a rule that covers travel by train between the offices in Berlin and Paris?",
        "年次有給休暇は何日ありますか"
      })
  @DisplayName(
      "stands for itself where it says enough; the one before is for when nothing is found")
  void standsAlone(String text) {
    Question question = Question.of(text, BEFORE);

    assertThat(question)
        .isEqualTo(new Question(text, Optional.of(BEFORE.get() + "\n" + text), true));
  }

  @Test
  @DisplayName("is cut where it is too long to be one")
  void tooLong() {
    assertThat(Question.of("bicycle ".repeat(1_000), Optional.empty()).words())
        .hasSizeLessThan(1_010);
  }
}
