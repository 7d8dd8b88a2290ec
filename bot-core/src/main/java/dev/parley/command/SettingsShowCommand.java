package dev.parley.command;

import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.ConversationStore;
import dev.parley.conversation.Setting;
import dev.parley.message.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shows how the bot behaves here.
public final class SettingsShowCommand implements Command {
  private final ConversationStore store;
  private final ConversationSettings defaults;

  public SettingsShowCommand(ConversationStore store, ConversationSettings defaults) {
    this.store = store;
    this.defaults = defaults;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("settings", "show"),
        "Shows how the bot behaves here",
        List.of(),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    Map<Setting, String> overrides = store.overrides(invocation.place());
    ConversationSettings settings = defaults.overriddenBy(overrides);
    return Reply.answer(
        Stream.of(Setting.values())
            .map(setting -> line(setting, settings.value(setting), overrides.containsKey(setting)))
            .collect(Collectors.joining("\n")));
  }

  private static String line(Setting setting, String value, boolean overridden) {
    return "- **%s**: %s (%s)"
        .formatted(
            setting.word(),
            value.isBlank() ? "the asker's own" : value.strip(),
            overridden ? "set here" : "default");
  }
}
