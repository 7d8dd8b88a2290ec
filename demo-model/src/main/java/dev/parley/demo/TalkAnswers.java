package dev.parley.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Answers about the conversation so far: counts, the last question, names, what was said, a
/// summary.
final class TalkAnswers implements Skill {
  private static final Pattern COUNT =
      Pattern.compile("(?i)\\bhow many (messages|questions|turns|lines)\\b|\\bcount .*messages\\b");
  private static final Pattern LAST =
      Pattern.compile(
          "(?i)\\b(last|previous) (question|message)\\b|\\bwhat did i (just |last )?ask\\b");
  private static final Pattern SUMMARY =
      Pattern.compile("(?i)\\b(summar(y|ise|ize)|recap|what .*talk(ed|ing)? about)\\b");
  private static final Pattern SAID =
      Pattern.compile("(?is)\\bwhat did (\\S+) (?:say|write|tell you|mention)(?: about| of)? (.+)");
  private static final Pattern OWN_NAME =
      Pattern.compile("(?i)\\b(what is|what's|do you know) my name\\b|\\bwho am i\\b");
  private static final Pattern NAMED =
      Pattern.compile("(?i)\\b(?:my name is|call me|i am called)\\s+([\\p{L}'-]+)");

  @Override
  public Optional<String> answer(Talk talk) {
    String question = talk.question();
    Matcher said = SAID.matcher(question);
    if (said.find()) {
      return Optional.of(saidBy(said.group(1), said.group(2), talk));
    }
    if (OWN_NAME.matcher(question).find()) {
      return Optional.of(ownName(talk));
    }
    if (COUNT.matcher(question).find()) {
      return Optional.of(counts(talk));
    }
    if (LAST.matcher(question).find()) {
      return Optional.of(lastQuestion(talk));
    }
    return SUMMARY.matcher(question).find() ? Optional.of(summary(talk)) : Optional.empty();
  }

  private static String saidBy(String who, String about, Talk talk) {
    Set<String> topic = Words.meaningful(about);
    List<Line> found =
        talk.earlierByPeople().stream()
            .filter(line -> isBy(who.toLowerCase(Locale.ROOT), line, talk))
            .filter(line -> Words.shared(Words.meaningful(line.text()), topic) > 0)
            .toList();
    String topicText = about.replaceAll("[?!.\\s]+$", "");
    return found.isEmpty()
        ? "I find nothing about **" + topicText + "** in our conversation."
        : "About **" + topicText + "**, this was said:\n\n" + quoted(found);
  }

  private static boolean isBy(String who, Line line, Talk talk) {
    return switch (who) {
      case "i" -> line.speaker().equals(talk.asker());
      case "we", "they" -> true;
      default -> line.who().toLowerCase(Locale.ROOT).startsWith(who);
    };
  }

  private static String quoted(List<Line> lines) {
    return lines.stream()
        .map(line -> Words.quotation(line.speaker().map(n -> n + ": ").orElse("") + line.text()))
        .collect(Collectors.joining("\n\n"));
  }

  private static String ownName(Talk talk) {
    Optional<String> told =
        talk.earlierByPeople().reversed().stream()
            .filter(line -> line.speaker().equals(talk.asker()))
            .map(line -> NAMED.matcher(line.text()))
            .filter(Matcher::find)
            .map(matcher -> matcher.group(1))
            .findFirst();
    return told.or(talk::asker)
        .map(name -> "Your name is **" + name + "**.")
        .orElse("You did not tell me your name yet.");
  }

  private static String counts(Talk talk) {
    long answers = talk.lines().stream().filter(Line::byModel).count();
    long messages = talk.lines().size() - answers;
    String counted =
        "So far I see **%d %s** from people, this one included, and **%d %s** of mine."
            .formatted(
                messages,
                messages == 1 ? "message" : "messages",
                answers,
                answers == 1 ? "answer" : "answers");
    Map<String, Long> each =
        talk.lines().stream()
            .filter(line -> line.speaker().isPresent())
            .collect(Collectors.groupingBy(Line::who, TreeMap::new, Collectors.counting()));
    return each.size() < 2 ? counted : counted + "\n\n" + table(each);
  }

  private static String table(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> "| " + entry.getKey() + " | " + entry.getValue() + " |")
        .collect(Collectors.joining("\n", "| Who | Messages |\n| --- | ---: |\n", ""));
  }

  private static String lastQuestion(Talk talk) {
    List<Line> earlier = talk.earlierByPeople();
    return earlier.isEmpty()
        ? "This is the first message that I see, so there is none before it."
        : "The message before this one was:\n\n" + quoted(List.of(earlier.getLast()));
  }

  private static String summary(Talk talk) {
    List<Line> before = talk.lines().subList(0, Math.max(0, talk.lines().size() - 1));
    return before.isEmpty()
        ? "There is nothing to summarise yet: this is the first message that I see."
        : "What we talked about, in the words used:\n\n" + Digest.of(before);
  }
}
