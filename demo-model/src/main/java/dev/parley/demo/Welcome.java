package dev.parley.demo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the demo model says when it is asked for nothing that it can do.
final class Welcome implements Skill {
  private static final Pattern GREETING =
      Pattern.compile("(?i)^\\W*(hi|hello|hey|good (morning|evening|day)|greetings)\\b.{0,30}$");
  private static final Pattern THANKS =
      Pattern.compile("(?i)^\\W*(thanks|thank you|thx)\\b.{0,30}$");
  private static final Pattern ABOUT_ITSELF =
      Pattern.compile("(?i)\\b(who|what) are you\\b|\\bwhat can you\\b|^\\W*help\\W*$");

  private static final List<String> SUGGESTIONS =
      List.of(
          "*How many messages did we write?* or *Summarise what we said*",
          "*What did I say about the budget?*",
          "*What is the time in Berlin?* or *the weather in Rome?*, where the bot has such tools",
          "*Show me a table*, *some Python code*, or *a long answer*, and press stop",
          "*Draw a red circle*, *paint a house*, and then *now in blue*",
          "*Say **this** in `Markdown`*, or send a picture");

  @Override
  public Optional<String> answer(Talk talk) {
    String question = talk.question();
    if (question.isBlank() || GREETING.matcher(question).find()) {
      String greeting = talk.asker().map(name -> "Hello " + name + "!").orElse("Hello!");
      return Optional.of(greeting + " I am ready. " + suggestions());
    }
    if (ABOUT_ITSELF.matcher(question).find()) {
      return Optional.of(
          "I stand in for Gemini until a key is set: I work with what is in our conversation, and"
              + " with the bot's tools. "
              + suggestions());
    }
    if (THANKS.matcher(question).find()) {
      return Optional.of("You are welcome" + talk.asker().map(n -> ", " + n).orElse("") + "!");
    }
    return Optional.of(question.contains("?") ? unknown(talk) : noted(talk));
  }

  private static String unknown(Talk talk) {
    return quoted(talk)
        + "\n\nThat I cannot know: I only have our conversation. "
        + (talk.earlierByPeople().isEmpty() ? suggestions() : oneSuggestion(talk));
  }

  private static String noted(Talk talk) {
    return "Noted:\n\n" + quoted(talk) + "\n\n" + oneSuggestion(talk);
  }

  private static String quoted(Talk talk) {
    return Words.quotation(Words.shortened(talk.question(), 300));
  }

  /// Another one with each message, the same one for the same conversation.
  private static String oneSuggestion(Talk talk) {
    int at = talk.earlierByPeople().size() % SUGGESTIONS.size();
    return "You could try " + SUGGESTIONS.get(at) + ".";
  }

  private static String suggestions() {
    return "Things to try:\n\n- " + String.join("\n- ", SUGGESTIONS);
  }
}
