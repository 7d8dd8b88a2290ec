package dev.parley.httptool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.fetch.Fetched;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a service answered.
final class ServiceAnswer {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)");
  private static final Pattern TEXTUAL =
      Pattern.compile("text/.*|application/(?:.*[+])?(?:json|xml|yaml|javascript|x-ndjson|csv)");
  private static final Pattern NO_LINE = Pattern.compile("[\\p{Cntrl}\\s]+");
  private static final int LONGEST_EXCERPT = 300;

  private ServiceAnswer() {}

  /// What the service says, as JSON; a text where it is none.
  ///
  /// @throws CallFailedException where it did not do what it was asked for
  static JsonNode read(Fetched fetched, int mostBytes) {
    return switch (fetched) {
      case Fetched.Refused(String reason) ->
          throw new CallFailedException("the service was not asked. " + reason);
      case Fetched.Failed(String reason) ->
          throw new CallFailedException("the service could not be reached. " + reason);
      case Fetched.Answer answer when answer.isSuccess() -> value(answer, mostBytes);
      case Fetched.Answer answer ->
          throw new CallFailedException(
              "the service answered " + answer.status() + excerpt(answer));
    };
  }

  private static JsonNode value(Fetched.Answer answer, int mostBytes) {
    String type = type(answer);
    if (answer.body().size() == 0) {
      return JsonNodeFactory.instance.objectNode().put("status", answer.status());
    }
    if (!type.isEmpty() && !TEXTUAL.matcher(type).matches()) {
      throw new CallFailedException("the service answered with " + type + ", which is no text");
    }
    String text = text(answer);
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      return notJson(type, text, answer.cut(), mostBytes);
    }
  }

  private static JsonNode notJson(String type, String text, boolean cut, int mostBytes) {
    if (type.endsWith("json")) {
      throw new CallFailedException(
          cut
              ? "the service's answer is longer than " + mostBytes + " bytes"
              : "the service's answer is broken JSON");
    }
    return TextNode.valueOf(text);
  }

  private static String text(Fetched.Answer answer) {
    Matcher named = CHARSET.matcher(answer.mediaType().orElse(""));
    Charset charset =
        named.find() && Charset.isSupported(named.group(1))
            ? Charset.forName(named.group(1))
            : StandardCharsets.UTF_8;
    return answer.body().text(charset);
  }

  private static String type(Fetched.Answer answer) {
    return answer
        .mediaType()
        .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /// The beginning of what a service says about its failure, in one line. Pages for people say
  /// nothing to the model.
  private static String excerpt(Fetched.Answer answer) {
    String type = type(answer);
    Optional<String> said =
        Optional.of(type)
            .filter(some -> TEXTUAL.matcher(some).matches() && !some.contains("html"))
            .map(_ -> NO_LINE.matcher(text(answer)).replaceAll(" ").strip())
            .filter(text -> !text.isEmpty());
    return said.map(text -> ": " + shortened(text)).orElse("");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
  }
}
