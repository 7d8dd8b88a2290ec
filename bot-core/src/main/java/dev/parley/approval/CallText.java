package dev.parley.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.parley.tool.ToolCall;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The arguments of a call as people read them who decide about it: all that could hide something
/// or call somebody is shown as what it is.
///
/// @param whole JSON with line breaks
public record CallText(String whole) {
  private static final int MOST_CHARACTERS = 1_200;
  private static final int MOST_LINES = 30;
  private static final ObjectWriter WRITER = writer();

  /// What cannot be seen, or turns the direction of what can.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\x{80}-\\x{9F}]");

  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private static ObjectWriter writer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new ObjectMapper()
        .writer(
            new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
  }

  public static CallText of(ToolCall call) {
    try {
      return new CallText(visible(WRITER.writeValueAsString(call.arguments())));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("arguments are always JSON", broken);
    }
  }

  private static String visible(String json) {
    return UNSEEN
        .matcher(json)
        .replaceAll(
            found ->
                found
                    .group()
                    .chars()
                    .mapToObj(unit -> "\\\\u%04x".formatted(unit))
                    .collect(Collectors.joining()));
  }

  /// Whether it is too long to be shown whole.
  public boolean isLong() {
    return whole.length() > MOST_CHARACTERS || whole.lines().count() > MOST_LINES;
  }

  /// As a block of code in CommonMark; where it is too long, its beginning.
  public String block() {
    String shown = shown();
    int longest =
        BACKTICKS.matcher(shown).results().mapToInt(run -> run.group().length()).max().orElse(0);
    String fence = "`".repeat(Math.max(3, longest + 1));
    return fence + "json\n" + shown + "\n" + fence;
  }

  private String shown() {
    if (!isLong()) {
      return whole;
    }
    List<String> lines = whole.lines().limit(MOST_LINES).toList();
    String beginning = String.join("\n", lines);
    int end = Math.min(beginning.length(), MOST_CHARACTERS);
    boolean split =
        end < beginning.length() && Character.isHighSurrogate(beginning.charAt(end - 1));
    return beginning.substring(0, split ? end - 1 : end) + "\n…";
  }
}
