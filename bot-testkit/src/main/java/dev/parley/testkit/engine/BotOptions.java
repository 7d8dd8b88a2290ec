package dev.parley.testkit.engine;

import dev.parley.consultation.Consultant;
import dev.parley.conversation.ContextSettings;
import dev.parley.engine.EngineSettings;
import dev.parley.inbox.InboxSettings;
import dev.parley.quota.ModelAdvice;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolLimits;
import dev.parley.tool.ToolPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What may differ from bot to bot.
public record BotOptions(
    InboxSettings inbox,
    EngineSettings engine,
    ContextSettings context,
    boolean streams,
    ModelAdvice advice,
    Optional<String> pictures,
    Tools tools,
    Consultant documents) {
  public static final BotOptions DEFAULTS =
      new BotOptions(
          BotInstance.INBOX,
          new EngineSettings(20, Duration.ofSeconds(20), Duration.ofMillis(100)),
          ContextSettings.DEFAULTS,
          true,
          ModelAdvice.NONE,
          Optional.empty(),
          new Tools(
              List.of(),
              ToolLimits.DEFAULTS.with(Duration.ofSeconds(20)),
              ToolPolicy.DEFAULT,
              Duration.ofHours(1)),
          Consultant.NONE);

  /// What its tools are, and may.
  ///
  /// @param more besides those that are always there
  public record Tools(
      List<Tool> more, ToolLimits limits, ToolPolicy policy, Duration approvalExpiry) {}

  public BotOptions with(InboxSettings other) {
    return new BotOptions(other, engine, context, streams, advice, pictures, tools, documents);
  }

  public BotOptions with(EngineSettings other) {
    return new BotOptions(inbox, other, context, streams, advice, pictures, tools, documents);
  }

  public BotOptions with(ContextSettings other) {
    return new BotOptions(inbox, engine, other, streams, advice, pictures, tools, documents);
  }

  public BotOptions with(ModelAdvice other) {
    return new BotOptions(inbox, engine, context, streams, other, pictures, tools, documents);
  }

  /// With a model that makes pictures.
  public BotOptions withPictures(String model) {
    return new BotOptions(
        inbox, engine, context, streams, advice, Optional.of(model), tools, documents);
  }

  public BotOptions notStreaming() {
    return new BotOptions(inbox, engine, context, false, advice, pictures, tools, documents);
  }

  /// With tools besides those that are always there.
  public BotOptions with(List<Tool> others) {
    return with(new Tools(others, tools.limits(), tools.policy(), tools.approvalExpiry()));
  }

  /// With these tools besides.
  public BotOptions with(Tool... others) {
    return with(List.of(others));
  }

  public BotOptions with(ToolLimits other) {
    return with(new Tools(tools.more(), other, tools.policy(), tools.approvalExpiry()));
  }

  public BotOptions with(ToolPolicy other) {
    return with(new Tools(tools.more(), tools.limits(), other, tools.approvalExpiry()));
  }

  /// With calls that wait for an approval so long.
  public BotOptions waiting(Duration expiry) {
    return with(new Tools(tools.more(), tools.limits(), tools.policy(), expiry));
  }

  private BotOptions with(Tools other) {
    return new BotOptions(inbox, engine, context, streams, advice, pictures, other, documents);
  }

  /// With documents to consult.
  public BotOptions with(Consultant other) {
    return new BotOptions(inbox, engine, context, streams, advice, pictures, tools, other);
  }
}
