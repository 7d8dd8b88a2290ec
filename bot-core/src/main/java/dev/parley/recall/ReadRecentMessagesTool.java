package dev.parley.recall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentMessages;
import dev.parley.platform.RecentWanted;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSpec;
import dev.parley.tool.ToolUser;
import java.time.Clock;
import java.util.Optional;

/// Reads what was said lately where somebody asks, and nowhere else.
public final class ReadRecentMessagesTool implements Tool {
  public static final String NAME = "read_recent_messages";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RecentMessages messages;
  private final Clock clock;

  public ReadRecentMessagesTool(RecentMessages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public ToolSpec spec() {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties
        .putObject(RecentArguments.HOURS)
        .put("type", "number")
        .put("description", "How far back, in hours. Without it and since: 24, or a whole thread.");
    properties
        .putObject(RecentArguments.SINCE)
        .put("type", "string")
        .put(
            "description",
            "In place of hours: the earliest moment, with its offset, such as"
                + " 2026-01-31T00:00:00+01:00.");
    properties
        .putObject(RecentArguments.MOST)
        .put("type", "integer")
        .put("minimum", 1)
        .put("maximum", RecentWanted.MOST)
        .put("description", "How many of the latest messages; without it: 100.");
    ObjectNode where = properties.putObject(RecentArguments.WHERE).put("type", "string");
    where.putArray("enum").add(RecentArguments.THREAD).add(RecentArguments.CHANNEL);
    where.put(
        "description",
        "Where the question was asked in a thread: that thread only, or its whole channel. Without"
            + " it: the thread.");
    return new ToolSpec(
        NAME,
        "Reads what people wrote lately in the channel, thread or direct message where you are asked,"
            + " also what was not meant for you. Use it for questions such as \"what did we decide"
            + " today?\" or \"summarise what was said here\". It reads no other places.",
        schema);
  }

  @Override
  public ToolEffect effect() {
    return ToolEffect.READS;
  }

  @Override
  public boolean needsConversation() {
    return true;
  }

  @Override
  public boolean suits(ToolUser user) {
    return messages.knows(user.place());
  }

  @Override
  public String doing() {
    return "Reading what was said here…";
  }

  @Override
  public ToolResult run(JsonNode arguments, ToolContext context) {
    Place asked = place(context);
    return switch (RecentArguments.of(arguments, asked, clock.instant())) {
      case RecentArguments.Wrong(String why) -> new ToolResult.Failure(why);
      case RecentArguments.Wanted wanted ->
          told(
              new RecentWanted(
                  wanted.place(), context.user().asker().id(), wanted.since(), wanted.most()),
              question(context));
    };
  }

  /// A question that begins a thread with its answer was asked outside of it.
  private static Place place(ToolContext context) {
    Place place = context.user().place();
    return place.thread().isPresent() && place.thread().equals(question(context))
        ? place.outsideThread()
        : place;
  }

  private static Optional<MessageId> question(ToolContext context) {
    return context.booking().turn().map(turn -> turn.turn());
  }

  private ToolResult told(RecentWanted wanted, Optional<MessageId> question) {
    return switch (messages.recent(wanted)) {
      case Recent.NotReadable(String reason) -> new ToolResult.Failure(reason);
      case Recent.Told told ->
          ToolResult.Success.passing(new RecentTelling(wanted, question).of(told));
    };
  }
}
