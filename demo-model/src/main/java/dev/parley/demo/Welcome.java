package dev.parley.demo;

import java.util.Optional;
import java.util.regex.Pattern;

/// What the demo model says when it is asked for nothing that it can do.
final class Welcome implements Skill {
  private static final Pattern GREETING =
      Pattern.compile("(?i)^\\W*(hi|hello|hey|good (morning|evening|day)|greetings)\\b.{0,30}$");
  private static final Pattern THANKS =
      Pattern.compile("(?i)^\\W*(thanks|thank you|thx)\\b.{0,30}$");

  private static final String SUGGESTIONS =
      """
      Things to try:

      - *How many messages did we write?* or *Summarise what we said*
      - *What did I say about the budget?*
      - *What is the time in Berlin?*, where the bot has such a tool
      - *Show me a table*, *some Python code*, or *a long answer*, and press stop
      """;

  @Override
  public Optional<String> answer(Talk talk) {
    String question = talk.question();
    String greeting = talk.asker().map(name -> "Hello " + name + "!").orElse("Hello!");
    if (question.isBlank() || GREETING.matcher(question).find()) {
      return Optional.of(greeting + " I am ready.\n\n" + SUGGESTIONS);
    }
    if (THANKS.matcher(question).find()) {
      return Optional.of(
          "You are welcome" + talk.asker().map(name -> ", " + name).orElse("") + "!");
    }
    return Optional.of(
        "I read your message:\n\n"
            + Words.quotation(Words.shortened(question, 300))
            + "\n\nI know nothing of the world, only this conversation. "
            + SUGGESTIONS);
  }
}
