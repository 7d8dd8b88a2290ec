package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Words typed after a command")
class TypedOptionsTest {
  private static final List<CommandOption> USAGE =
      List.of(
          CommandOption.choice("what", "whose", false, List.of("me", "user", "channel")),
          CommandOption.word("when", "when", false, "today|month|\\d{4}-.*"),
          CommandOption.choice("by", "split", false, List.of("day", "user", "model")),
          CommandOption.word("who", "who", false, ".+"));
  private static final List<CommandOption> SETTINGS =
      List.of(
          CommandOption.choice("setting", "which", true, List.of("model", "persona")),
          CommandOption.text("value", "what", true));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "|",
        "me | what=me",
        "month | when=month",
        "channel today by user | by=user what=channel when=today",
        "by model | by=model",
        "by:model when:today | by=model when=today",
        "month by day | by=day when=month",
        "user @ada month | what=user when=month who=@ada",
        "user by user @ada | by=user what=user who=@ada",
        "2026-11-01..2026-11-25 model | by=model when=2026-11-01..2026-11-25",
        "@ada | who=@ada",
        "by | who=by",
      })
  @DisplayName("find the options that they fit")
  void usage(String typed, String read) {
    assertThat(text(TypedOptions.read(USAGE, typed == null ? "" : typed)))
        .isEqualTo(read == null ? "" : read);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "model gemini-x | setting=model value=gemini-x",
        "persona You are Bob. | setting=persona value=You are Bob.",
        "banana 3 | setting=banana value=3",
        "model | setting=model",
      })
  @DisplayName("are taken in order where options are needed, the last with all that follows")
  void settings(String typed, String read) {
    assertThat(text(TypedOptions.read(SETTINGS, typed))).isEqualTo(read);
  }

  private static String text(Map<String, String> options) {
    return options.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(option -> Stream.of(option.getKey() + "=" + option.getValue()))
        .collect(Collectors.joining(" "));
  }
}
