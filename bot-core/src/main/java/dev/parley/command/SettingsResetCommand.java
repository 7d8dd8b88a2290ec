package dev.parley.command;

import dev.parley.conversation.ConversationStore;
import dev.parley.conversation.Setting;
import dev.parley.message.Reply;
import java.util.List;
import java.util.stream.Stream;

/// Goes back to the default of a setting.
public final class SettingsResetCommand implements Command {
  private final ConversationStore store;

  public SettingsResetCommand(ConversationStore store) {
    this.store = store;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("settings", "reset"),
        "Goes back to the default of a setting",
        List.of(
            CommandOption.choice(
                "setting",
                "which one",
                true,
                Stream.of(Setting.values()).map(Setting::word).toList())),
        CommandSpec.Visibility.EVERYONE,
        CommandSpec.Access.MANAGERS);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    Setting setting = Setting.ofWord(invocation.option("setting").orElseThrow()).orElseThrow();
    store.restore(invocation.place(), setting);
    return Reply.answer("**" + setting.word() + "** is back to its default.");
  }
}
