package dev.parley.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// Tells the date and time, so that the prompt itself need not hold them and stays the same.
public final class CurrentTimeTool extends RecordTool<CurrentTimeTool.Wanted> {
  public static final String NAME = "current_time";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Clock clock;

  public CurrentTimeTool(Clock clock) {
    super(NAME, "Tells the current date and time.", Wanted.class);
    this.clock = clock;
  }

  /// Where the time is wanted of.
  record Wanted(
      @Argument("IANA time zone such as Europe/Berlin; without it: UTC")
          Optional<String> timeZone) {}

  @Override
  public ToolEffect effect() {
    return ToolEffect.READS;
  }

  @Override
  protected ToolResult run(Wanted wanted, ToolContext context) {
    String zone = wanted.timeZone().orElse("UTC");
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
