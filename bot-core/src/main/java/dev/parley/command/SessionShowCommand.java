package dev.parley.command;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.ConversationStore;
import dev.parley.message.Reply;
import java.util.List;

/// Shows what the bot remembers here.
public final class SessionShowCommand implements Command {
  private final ConversationStore store;
  private final ConversationSettings defaults;

  public SessionShowCommand(ConversationStore store, ConversationSettings defaults) {
    this.store = store;
    this.defaults = defaults;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("session", "show"),
        "Shows what is remembered of this conversation",
        List.of(),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    ConversationSettings settings = defaults.overriddenBy(store.overrides(invocation.place()));
    Conversation conversation =
        store.read(invocation.place().conversation(settings.scope(), invocation.author().id()));
    if (conversation.isEmpty()) {
      return Reply.answer("Nothing has been said here yet.");
    }
    return Reply.answer(
        "%d %s remembered, about %,d tokens%s. Memory is shared by %s; `%s` answers."
            .formatted(
                conversation.turns().size(),
                conversation.turns().size() == 1 ? "exchange is" : "exchanges are",
                conversation.tokens(),
                conversation.summary().isPresent() ? ", and a summary of what came before" : "",
                sharers(settings),
                settings.model()));
  }

  private static String sharers(ConversationSettings settings) {
    return switch (settings.scope()) {
      case CHANNEL -> "the whole channel";
      case THREAD -> "each thread by itself";
      case USER -> "nobody: each person has their own";
    };
  }
}
