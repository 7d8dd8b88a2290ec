package dev.parley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.GeminiRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Calls the tools that come with the bot where somebody plainly means one: a calculation, what was
/// said lately, a chart.
final class KnownTools {
  static final String CALCULATE = "calculate";
  static final String RECENT = "read_recent_messages";
  static final String CHART = "make_chart";
  static final String KNOWLEDGE = "search_knowledge";
  private static final String SEARCH = "search_conversation";

  private static final String NUMBER_FORM = "-?\\d+(?:\\.\\d+)?";
  private static final Pattern NUMBER = Pattern.compile(NUMBER_FORM);

  /// At least two numbers with a sign between them; a date and a telephone number are none.
  private static final Pattern EXPRESSION =
      Pattern.compile(
          "(?<![\\w.,:/-])\\(*-?\\d+(?:\\.\\d+)?\\)*"
              + "(?:\\s*(?:\\*\\*|[-+*/^%×÷])\\s*\\(*-?\\d+(?:\\.\\d+)?\\)*)+(?![\\w:/-])");

  private static final Pattern DATE_OR_TELEPHONE =
      Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}|\\d+/\\d+/\\d+|\\d{3,}-\\d{3,}");
  private static final Pattern LATELY =
      Pattern.compile(
          "(?i)\\bwhat (?:did|have) (?:we|they|people|everybody|i) "
              + "(?:decide|agree|discuss|miss|talk)|\\bwhat (?:was|has been) "
              + "(?:said|decided|discussed|agreed)|\\bcatch me up\\b"
              + "|\\b(?:summari[sz]e|summary|recap)\\b.*\\b(?:said|written|discussed|channel|here|today)\\b");
  private static final Pattern IN_DOCUMENTS =
      Pattern.compile(
          "(?is)\\bsearch (?:in |through )?(?:the |our |my |all )?(?:documents?|docs|knowledge base)"
              + "\\b(?:\\s+(?:for|about|on))?[:\\s]+(.*\\p{L}.*)");
  private static final Pattern CHARTED =
      Pattern.compile("(?i)\\b(?:chart|graph|plot|diagram|pie|histogram)s?\\b");
  private static final Pattern PAIR =
      Pattern.compile("([\\p{L}][\\p{L}\\p{N}'-]*)\\s*[:=]?\\s+(" + NUMBER_FORM + ")");
  private static final Map<String, String> KINDS =
      Map.of("line", "line", "area", "area", "pie", "pie", "curve", "line");

  private KnownTools() {}

  /// Whether only this class knows when a tool is meant: its name says words of many questions.
  static boolean isOne(JsonNode function) {
    return Set.of(CALCULATE, RECENT, CHART, KNOWLEDGE, SEARCH)
        .contains(function.path("name").asText());
  }

  /// A tool, and what it is to be called with.
  record Call(String name, ObjectNode arguments) {}

  static Optional<Call> meant(Talk talk) {
    String question = talk.question();
    return chart(question)
        .or(() -> hasFiles(talk) ? Optional.empty() : lately(question))
        .or(() -> documents(question))
        .or(() -> calculation(question))
        .filter(call -> isOffered(talk, call.name()));
  }

  /// What was said is then asked of them.
  private static boolean hasFiles(Talk talk) {
    return Stream.of("inlineData", "fileData")
        .anyMatch(kind -> !GeminiRequest.held(talk.latest(), kind).isEmpty());
  }

  private static boolean isOffered(Talk talk, String name) {
    return talk.request().functions().stream()
        .anyMatch(function -> function.path("name").asText().equals(name));
  }

  private static Optional<Call> calculation(String question) {
    return EXPRESSION
        .matcher(DATE_OR_TELEPHONE.matcher(question).replaceAll("that"))
        .results()
        .map(MatchResult::group)
        .findFirst()
        .map(found -> new Call(CALCULATE, arguments().put("expression", found.strip())));
  }

  private static Optional<Call> lately(String question) {
    return LATELY.matcher(question).find()
        ? Optional.of(new Call(RECENT, arguments()))
        : Optional.empty();
  }

  private static Optional<Call> documents(String question) {
    Matcher asked = IN_DOCUMENTS.matcher(question);
    return asked.find()
        ? Optional.of(new Call(KNOWLEDGE, arguments().put("query", asked.group(1).strip())))
        : Optional.empty();
  }

  private static Optional<Call> chart(String question) {
    List<String> numbers = NUMBER.matcher(question).results().map(MatchResult::group).toList();
    if (numbers.size() < 2 || !CHARTED.matcher(question).find()) {
      return Optional.empty();
    }
    ObjectNode arguments = arguments().put("kind", kind(question));
    List<String> labels = PAIR.matcher(question).results().map(found -> found.group(1)).toList();
    if (labels.size() == numbers.size()) {
      labels.forEach(arguments.putArray("labels")::add);
    }
    ArrayNode values = arguments.putArray("series").addObject().putArray("values");
    numbers.forEach(number -> values.add(new BigDecimal(number)));
    return Optional.of(new Call(CHART, arguments));
  }

  private static String kind(String question) {
    String lower = question.toLowerCase(Locale.ROOT);
    return Words.in(lower).stream()
        .filter(KINDS::containsKey)
        .map(KINDS::get)
        .findFirst()
        .orElse("bar");
  }

  private static ObjectNode arguments() {
    return JsonNodeFactory.instance.objectNode();
  }
}
