package dev.parley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Sentences about what tools found that are known to the demo model.
final class ToolSentences {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("'**'HH:mm'** on 'EEEE, d MMMM uuuu", Locale.ENGLISH);

  private ToolSentences() {}

  /// What a tool found; empty where it is not one of these, or says too little.
  static Optional<String> of(String tool, JsonNode found) {
    return switch (tool) {
      case "current_time" -> time(found);
      case "get_weather" -> weather(found);
      case "get_stock_price" -> price(found);
      default -> Optional.empty();
    };
  }

  /// What one of these tools was to find out, as it is told of its failure.
  static Optional<String> aim(String tool, JsonNode arguments) {
    return switch (tool) {
      case "current_time" -> Optional.of("the time" + in(arguments.path("time_zone")));
      case "get_weather" -> Optional.of("the weather" + in(arguments.path("location")));
      case "get_stock_price" ->
          Optional.of("the price of " + text(arguments.path("ticker")).orElse("the share"));
      default -> Optional.empty();
    };
  }

  private static String in(JsonNode place) {
    return text(place).map(name -> " in " + name).orElse("");
  }

  private static Optional<String> time(JsonNode found) {
    try {
      String zone = text(found.path("time_zone")).map(name -> " (" + name + ")").orElse("");
      return text(found.path("time"))
          .map(OffsetDateTime::parse)
          .map(time -> "It is " + TIME.format(time) + zone + ".");
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> weather(JsonNode found) {
    Optional<String> place = text(found.path("place"));
    Optional<String> temperature = text(found.path("temperature"));
    if (place.isEmpty() || temperature.isEmpty()) {
      return Optional.empty();
    }
    String country = text(found.path("country")).map(name -> ", " + name + ",").orElse("");
    String felt = text(found.path("feels_like")).map(" (feels like %s)"::formatted).orElse("");
    String sky = text(found.path("weather")).map(" with "::concat).orElse("");
    List<String> more = new ArrayList<>();
    for (String name : List.of("humidity", "precipitation", "wind")) {
      text(found.path(name)).ifPresent(value -> more.add(name + " " + value));
    }
    return Optional.of(
        "In **%s**%s it is **%s**%s%s."
                .formatted(place.get(), country, temperature.get(), felt, sky)
            + (more.isEmpty() ? "" : " There is " + String.join(", ", more) + ".")
            + source(found));
  }

  private static Optional<String> price(JsonNode found) {
    if (!found.path("price").isNumber()) {
      return Optional.empty();
    }
    String ticker = text(found.path("ticker")).orElse("The share").toUpperCase(Locale.ROOT);
    return Optional.of(
        "**%s** is at **%s**%s.%s%s"
            .formatted(
                ticker, found.path("price").asText(), change(found), range(found), source(found)));
  }

  private static String change(JsonNode found) {
    JsonNode change = found.path("change");
    if (!change.isNumber()) {
      return "";
    }
    String percent = text(found.path("change_percent")).map(" (%s %%)"::formatted).orElse("");
    String close = text(found.path("previous_close")).map(" of "::concat).orElse("");
    return change.asDouble() == 0
        ? ", as at the last close"
        : ", %s %s%s since the last close%s"
            .formatted(
                change.asDouble() > 0 ? "up" : "down",
                change.asText().replace("-", ""),
                percent.replace("-", ""),
                close);
  }

  private static String range(JsonNode found) {
    return found.hasNonNull("low") && found.hasNonNull("high")
        ? " Its day: from %s to %s."
            .formatted(found.path("low").asText(), found.path("high").asText())
        : "";
  }

  private static String source(JsonNode found) {
    return text(found.path("source")).map(" Source: %s."::formatted).orElse("");
  }

  private static Optional<String> text(JsonNode value) {
    return Optional.of(value.asText("")).filter(text -> !text.isBlank());
  }
}
