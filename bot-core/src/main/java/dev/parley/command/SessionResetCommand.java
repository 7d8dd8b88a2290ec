package dev.parley.command;

import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.ConversationStore;
import dev.parley.message.Reply;
import java.util.List;

/// Makes the bot forget what was said here.
public final class SessionResetCommand implements Command {
  private final ConversationStore store;
  private final ConversationSettings defaults;

  public SessionResetCommand(ConversationStore store, ConversationSettings defaults) {
    this.store = store;
    this.defaults = defaults;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("session", "reset"),
        "Forgets this conversation and begins a new one",
        List.of(),
        CommandSpec.Visibility.EVERYONE,
        CommandSpec.Access.EVERYONE);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    ConversationSettings settings = defaults.overriddenBy(store.overrides(invocation.place()));
    store.reset(invocation.place().conversation(settings.scope(), invocation.author().id()));
    return Reply.answer("Forgotten. This is a new conversation.");
  }
}
