package dev.parley.discord;

import static org.awaitility.Awaitility.await;

import dev.parley.attachment.AttachmentContent;
import dev.parley.discord.reply.CommandButtons;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.PlatformAdapter;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownButton;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.platform.PlatformStage;
import dev.parley.testkit.platform.RecordingHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Discord as the contract kit needs it: one person who talks to the bot.
final class DiscordStage implements PlatformStage {
  private static final Duration NOBODY_HEARS = Duration.ofMillis(500);
  private static final String STOP = "Stop";

  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final HeardMessages adapter = new HeardMessages(harness.adapter(harness.settings()));
  private final Map<String, String> composed = new HashMap<>();
  private final Map<String, SaidMessage> said = new HashMap<>();
  private final List<PlatformAdapter> others = new ArrayList<>();

  @Override
  public PlatformAdapter adapter() {
    return adapter;
  }

  @Override
  public PlatformAdapter anotherInstance() {
    InboundHandler deaf = new RecordingHandler();
    PlatformAdapter other = harness.started(harness.settings(), deaf);
    others.add(other);
    return other;
  }

  @Override
  public String compose(String text) {
    String event = UUID.randomUUID().toString();
    composed.put(event, text);
    return event;
  }

  @Override
  public boolean deliver(String event) {
    // JDA's own threads complain where it is closed while it connects
    await()
        .dontCatchUncaughtExceptions()
        .atMost(DiscordHarness.LIMIT)
        .until(() -> adapter.isClosed() || harness.discord.sessions() > 0);
    SaidMessage message = said.get(event);
    if (message == null) {
      message = harness.ann.says(harness.ann.dm(), composed.getOrDefault(event, ""));
      said.put(event, message);
    } else {
      message.redeliver();
    }
    try {
      return adapter.isTaken(
          message.id(), harness.discord.sessions() == 0 ? NOBODY_HEARS : DiscordHarness.LIMIT);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void pressStop() {
    ShownMessage growing =
        harness.discord.botMessages().stream()
            .filter(message -> message.labels().contains(STOP))
            .reduce((_, later) -> later)
            .orElseThrow();
    int before = adapter.stops();
    harness.ann.presses(growing, STOP);
    await().atMost(DiscordHarness.LIMIT).until(() -> adapter.stops() > before);
  }

  @Override
  public List<ShownReply> shown() {
    return harness.discord.botMessages().stream()
        .map(message -> new ShownReply(message.text(), !message.labels().contains(STOP)))
        .toList();
  }

  @Override
  public List<String> shownFiles() {
    return harness.discord.botMessages().stream()
        .flatMap(message -> message.files().stream())
        .map(file -> AttachmentContent.of(file.content()).sha256())
        .toList();
  }

  @Override
  public List<String> buttons() {
    return seen().stream()
        .flatMap(message -> message.buttons().stream())
        .filter(DiscordStage::runsCommand)
        .map(ShownButton::label)
        .toList();
  }

  private List<ShownMessage> seen() {
    return Stream.concat(
            harness.ann.dm().botMessages().stream(),
            harness.ann.dm().ephemerals(harness.ann).stream())
        .distinct()
        .toList();
  }

  private static boolean runsCommand(ShownButton button) {
    return CommandButtons.line(button.customId()).isPresent();
  }

  /// Other instances are gone by then: they would take the press as well.
  @Override
  public void press(String label) {
    others.forEach(PlatformAdapter::close);
    ShownMessage message =
        seen().reversed().stream()
            .filter(it -> it.labels().contains(label))
            .findFirst()
            .orElseThrow();
    harness.ann.presses(message, label);
  }

  @Override
  public List<ShownReply> whispered() {
    return harness.ann.dm().ephemerals(harness.ann).stream()
        .filter(message -> !message.loading())
        .map(message -> new ShownReply(message.text(), true))
        .toList();
  }

  @Override
  public List<ShownReply> told() {
    return shown();
  }

  /// Direct messages know no roles.
  @Override
  public Set<String> join(String group) {
    return Set.of();
  }

  @Override
  public List<String> dangers() {
    return harness.discord.botMessages().stream().flatMap(this::dangers).toList();
  }

  private Stream<String> dangers(ShownMessage message) {
    return Stream.concat(message.pings().stream(), message.unfurls().stream())
        .filter(called -> !called.equals(harness.ann.id()));
  }

  @Override
  public void close() {
    harness.close();
  }
}
