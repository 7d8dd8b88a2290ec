package dev.parley.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentContent;
import dev.parley.platform.PlatformAdapter;
import dev.parley.testkit.platform.PlatformStage;
import dev.parley.testkit.slack.Delivery;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Slack as the contract kit needs it: one person who talks to the bot.
final class SlackStage implements PlatformStage {
  private final SlackHarness harness;
  private final String channel;
  private final Map<String, String> composed = new HashMap<>();
  private final Map<String, SaidMessage> said = new HashMap<>();
  private String root = "";

  SlackStage(SlackHarness harness) {
    this.harness = harness;
    this.channel = harness.workspace.dm(harness.ann);
  }

  @Override
  public PlatformAdapter adapter() {
    return harness.adapter;
  }

  @Override
  public PlatformAdapter anotherInstance() {
    return harness.anotherAdapter();
  }

  @Override
  public String compose(String text) {
    String event = UUID.randomUUID().toString();
    composed.put(event, text);
    return event;
  }

  @Override
  public boolean deliver(String event) {
    SaidMessage before = said.get(event);
    if (before != null) {
      return before.redeliver().stream().allMatch(again -> again.await(SlackHarness.LIMIT));
    }
    SaidMessage message = harness.ann.says(channel, composed.getOrDefault(event, ""));
    said.put(event, message);
    root = message.root();
    return message.awaitDelivered(SlackHarness.LIMIT);
  }

  @Override
  public void pressStop() {
    Delivery press = harness.ann.stops(channel, root);
    press.await(SlackHarness.LIMIT);
  }

  @Override
  public List<ShownReply> shown() {
    return harness.workspace.botMessages().stream()
        .filter(message -> !message.text().isEmpty() || message.files().isEmpty())
        .map(message -> new ShownReply(message.text(), message.finished()))
        .toList();
  }

  @Override
  public List<String> shownFiles() {
    return harness.workspace.botMessages().stream()
        .flatMap(message -> message.files().stream())
        .map(name -> harness.workspace.files().named(name).getLast().content())
        .map(content -> AttachmentContent.of(content).sha256())
        .toList();
  }

  @Override
  public List<String> buttons() {
    return seen().stream()
        .flatMap(message -> Buttons.of(message.wire()).stream())
        .map(Buttons::label)
        .toList();
  }

  /// What the asker sees: a message, or something for her eyes only.
  private record Seen(String ts, JsonNode wire) {}

  private List<Seen> seen() {
    Stream<Seen> messages =
        harness.workspace.everything(channel).stream().map(it -> new Seen(it.ts(), it.wire()));
    Stream<Seen> whispers =
        harness.workspace.ephemerals(channel, harness.ann).stream()
            .map(it -> new Seen(it.ts(), it.wire()));
    return Stream.concat(messages, whispers).toList();
  }

  @Override
  public void press(String label) {
    for (Seen message : seen().reversed()) {
      Optional<Buttons> button =
          Buttons.of(message.wire()).stream().filter(it -> it.label().equals(label)).findFirst();
      if (button.isPresent()) {
        harness.ann.presses(channel, message.ts(), button.get().action());
        return;
      }
    }
    throw new IllegalStateException("no button " + label);
  }

  @Override
  public List<ShownReply> whispered() {
    return harness.workspace.ephemerals(channel, harness.ann).stream()
        .map(message -> new ShownReply(message.text(), true))
        .toList();
  }

  @Override
  public List<ShownReply> told() {
    return shown();
  }

  @Override
  public Set<String> join(String group) {
    harness.groupsWanted.set(true);
    return Set.of(harness.workspace.userGroup(group, harness.ann));
  }

  @Override
  public List<String> dangers() {
    return harness.workspace.botMessages().stream().flatMap(SlackStage::dangers).toList();
  }

  private static Stream<String> dangers(ShownMessage message) {
    return Stream.concat(message.pings().stream(), message.unfurls().stream());
  }

  @Override
  public void close() {
    harness.close();
  }
}
