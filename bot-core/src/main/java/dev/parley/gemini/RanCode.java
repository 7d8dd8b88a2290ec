package dev.parley.gemini;

import com.google.genai.types.CodeExecutionResult;
import com.google.genai.types.ExecutableCode;
import java.util.regex.Pattern;

/// Words for people about code that Gemini ran: a short one is shown, of a longer one only that it
/// ran; and so is what came of it.
final class RanCode {
  private static final int MOST_LINES = 15;
  private static final int MOST_CHARACTERS = 800;
  private static final Pattern BACKQUOTES = Pattern.compile("`+");
  private static final String RAN_WELL = "OUTCOME_OK";

  private RanCode() {}

  static String of(ExecutableCode code) {
    String text = code.code().orElse("").strip();
    long lines = text.lines().count();
    if (isShort(text)) {
      return "_Code that ran:_\n\n" + block("python", text);
    }
    return "_%d lines of code ran._".formatted(lines);
  }

  static String of(CodeExecutionResult result) {
    String output = result.output().orElse("").strip();
    boolean well = result.outcome().filter(it -> it.toString().equals(RAN_WELL)).isPresent();
    if (!well) {
      return "_The code failed._";
    }
    return !output.isEmpty() && isShort(output) ? "_Its output:_\n\n" + block("", output) : "";
  }

  private static boolean isShort(String text) {
    return text.length() <= MOST_CHARACTERS && text.lines().count() <= MOST_LINES;
  }

  private static String block(String language, String text) {
    int longest =
        BACKQUOTES.matcher(text).results().mapToInt(run -> run.end() - run.start()).max().orElse(0);
    String fence = "`".repeat(Math.max(3, longest + 1));
    return fence + language + "\n" + text + "\n" + fence;
  }
}
