package dev.parley.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Tells the date and time, so that the prompt itself need not hold them and stays the same.
public final class CurrentTimeTool implements Tool {
  public static final String NAME = "current_time";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Clock clock;

  public CurrentTimeTool(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ToolSpec spec() {
    ObjectNode zone =
        JSON.objectNode()
            .put("type", "string")
            .put("description", "IANA time zone such as Europe/Berlin; without it: UTC");
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema.putObject("properties").set("time_zone", zone);
    return new ToolSpec(NAME, "Tells the current date and time.", schema);
  }

  @Override
  public ToolEffect effect() {
    return ToolEffect.READS;
  }

  @Override
  public ToolResult run(JsonNode arguments, ToolContext context) {
    String zone = arguments.path("time_zone").asText("UTC");
    try {
      return new ToolResult.Success(
          told(clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.of(zone))));
    } catch (DateTimeException unknownZone) {
      return new ToolResult.Failure(
          "\"" + zone + "\" is not an IANA time zone; one looks like Europe/Berlin");
    }
  }

  private static JsonNode told(ZonedDateTime now) {
    return JSON.objectNode()
        .put("time", now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
        .put("weekday", now.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
        .put("time_zone", now.getZone().getId());
  }
}
