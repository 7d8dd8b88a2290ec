package dev.parley.demo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Shows what the chat can display: code, tables, lists, a long answer to stop, and any Markdown
/// that it is told to say.
final class Showcase implements Skill {
  private static final Pattern CODE =
      Pattern.compile(
          "(?i)\\b(code|function|program|script|snippet|python|javascript|java|bash)\\b");
  private static final Pattern TABLE = Pattern.compile("(?i)\\btable\\b");
  private static final Pattern LIST = Pattern.compile("(?i)\\b(list|bullets?|steps|checklist)\\b");
  private static final Pattern LONG =
      Pattern.compile(
          "(?i)\\b((?<!how )long|detailed|in detail|at length|essay|story|article|\\d{3,} words)\\b");

  private static final Pattern ECHO =
      Pattern.compile(
          "(?is)^\\s*(?:please )?(?:say|repeat|echo)(?: after me| exactly)?\\b:?\\s*(.+)$");

  private static final int LONG_PARTS = 24;

  private static final List<String> REMARKS =
      List.of(
          "Each part comes as the model words it, so you can read along instead of waiting.",
          "While it grows you can press *stop*; what is there by then stays.",
          "Whatever you send meanwhile waits for its turn, and nothing of it is lost.",
          "If the process ended right now, the next one would go on with this conversation.",
          "Platforms limit the length of a message; a long answer is split at paragraphs.",
          "A code block that is split is closed in one message and opened again in the next.",
          "Every answer is counted in tokens, so that budgets can be held.",
          "With a key, Gemini writes here, by the very same way through the bot.");

  @Override
  public Optional<String> answer(Talk talk) {
    String question = talk.question();
    Matcher echo = ECHO.matcher(question);
    if (echo.matches()) {
      return Optional.of(echo.group(1));
    }
    if (LONG.matcher(question).find()) {
      return Optional.of(longAnswer(question));
    }
    if (TABLE.matcher(question).find()) {
      return Optional.of(table(talk));
    }
    if (CODE.matcher(question).find()) {
      return Optional.of(code(question.toLowerCase(Locale.ROOT)));
    }
    return LIST.matcher(question).find() ? Optional.of(list(question)) : Optional.empty();
  }

  private static String longAnswer(String question) {
    return IntStream.range(0, LONG_PARTS)
        .mapToObj(
            at ->
                "**%d of %d.** %s %s"
                    .formatted(
                        at + 1,
                        LONG_PARTS,
                        REMARKS.get(at % REMARKS.size()),
                        REMARKS.get((at + REMARKS.size() / 2) % REMARKS.size())))
        .collect(
            Collectors.joining(
                "\n\n", "## " + Words.shortened(question, 60) + "\n\n", "\n\nThat was all of it."));
  }

  private static String table(Talk talk) {
    String rows =
        talk.lines().stream()
            .map(
                line ->
                    "| %s | %d | %s |"
                        .formatted(
                            line.who(),
                            Words.in(line.text()).size(),
                            Words.shortened(line.text(), 50).replace("|", "\\|")))
            .collect(Collectors.joining("\n"));
    return "Here is a table, of what was said so far:\n\n"
        + "| Who | Words | Begins with |\n| --- | ---: | --- |\n"
        + rows;
  }

  private static String code(String question) {
    if (question.contains("python")) {
      return block(
          "python", "def greet(name):\n    return f\"Hello, {name}!\"\n\nprint(greet(\"world\"))");
    }
    if (question.contains("bash") || question.contains("shell")) {
      return block("bash", "for name in Ann Bob; do\n  echo \"Hello, $name!\"\ndone");
    }
    if (question.contains("javascript")) {
      return block(
          "javascript", "const greet = (name) => `Hello, ${name}!`;\nconsole.log(greet('world'));");
    }
    return block("java", "void main() {\n  IO.println(\"Hello, \" + \"world!\");\n}");
  }

  private static String block(String language, String code) {
    return "Here is some `"
        + language
        + "` code that greets:\n\n```"
        + language
        + "\n"
        + code
        + "\n```";
  }

  private static String list(String question) {
    return """
        Here is a list, on %s:

        1. **Say it**: write a message, and see the answer grow.
        2. **Ask back**: the conversation so far is known.
           - *How many messages did we write?*
           - *What did I say about the list?*
        3. **Try more**: ask for a table, for code, or for a long answer.
        """
        .formatted("“" + Words.shortened(question, 80) + "”");
  }
}
