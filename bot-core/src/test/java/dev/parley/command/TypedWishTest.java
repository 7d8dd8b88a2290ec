package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.message.Wish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A typed wish")
class TypedWishTest {
  private static final List<CommandSpec> SPECS =
      List.of(
          new CommandSpec(
              List.of("usage"),
              "What was spent",
              List.of(),
              CommandSpec.Visibility.ASKER,
              CommandSpec.Access.EVERYONE),
          new ImagineCommand().spec());

  @ParameterizedTest
  @CsvSource({
    "/imagine a red fox, a red fox",
    "'  /Imagine   a red fox ', a red fox",
    "/imagine prompt: a red fox, a red fox",
    "/imagine prompt:a red fox, a red fox",
  })
  @DisplayName("is known by its command, and says what of")
  void known(String line, String text) {
    TypedWish wish = TypedWish.of(line, SPECS).orElseThrow();

    assertThat(wish.wish()).isEqualTo(Wish.PICTURE);
    assertThat(wish.text()).isEqualTo(text);
  }

  @Test
  @DisplayName("may have several lines")
  void lines() {
    assertThat(TypedWish.of("/imagine\na red fox\nin the snow", SPECS))
        .map(TypedWish::text)
        .contains("a red fox\nin the snow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/imagine",
        "/imagine  ",
        "/imagine prompt:",
        "/imaginery fox",
        "/usage",
        "imagine a fox"
      })
  @DisplayName("is none where it does not say what of, or is another command, or none")
  void none(String line) {
    assertThat(TypedWish.of(line, SPECS)).isEmpty();
  }

  @Test
  @DisplayName("that is run as a command says what is missing, or how it is given")
  void asCommand() {
    Commands commands = new Commands(List.of(new ImagineCommand()));
    Place place =
        new Place(new TenantId(new PlatformName("web"), "T1"), "C1", Optional.empty(), false);
    CommandInvocation by =
        new CommandInvocation(
            List.of(), Map.of(), place, new Author(new UserId("U1"), "Ada"), false);

    Reply missing = commands.runLine("/imagine", by);
    Reply pressed = commands.runLine("/imagine a fox", by);

    assertThat(missing.markdown()).contains("`/imagine` needs prompt");
    assertThat(pressed.markdown()).contains("Type `/imagine` yourself");
    assertThat(List.of(missing, pressed)).allMatch(it -> it.tone() == Reply.Tone.NOTICE);
  }
}
