package dev.parley.launcher;

import dev.parley.command.Admins;
import dev.parley.command.Command;
import dev.parley.command.Commands;
import dev.parley.command.ForgetMeCommand;
import dev.parley.command.ImagineCommand;
import dev.parley.command.SessionResetCommand;
import dev.parley.command.SessionShowCommand;
import dev.parley.command.SettingsResetCommand;
import dev.parley.command.SettingsSetCommand;
import dev.parley.command.SettingsShowCommand;
import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.ConversationStore;
import dev.parley.conversation.Erased;
import dev.parley.conversation.PersonalRecords;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.redis.RedisStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// All commands of the core.
///
/// @param models that may be chosen for a place
/// @param makesPictures whether there is a model that does
/// @param elsewhere what is kept of single people outside of Redis
record CommandParts(
    RedisStore store,
    ConversationSettings defaults,
    List<String> models,
    boolean makesPictures,
    PersonalRecords elsewhere) {
  /// Well within the time that every platform waits for the reply to a command.
  private static final Duration FORGETTING = Duration.ofSeconds(10);

  /// @param admins besides those of the platforms
  Commands with(List<Command> others, Set<String> admins) {
    Stream<Command> pictures = makesPictures ? Stream.of(new ImagineCommand()) : Stream.empty();
    return new Commands(
        Stream.of(pictures, own().stream(), others.stream()).flatMap(some -> some).toList(),
        new Admins(admins));
  }

  /// The ledger keeps amounts, without whose they are.
  private Erased ledger(TenantId tenant, UserId user) {
    store.ledger().forget(tenant, user);
    return Erased.NOTHING;
  }

  private List<Command> own() {
    ConversationStore conversations = store.conversations();
    return List.of(
        new SessionShowCommand(conversations, defaults),
        new SessionResetCommand(conversations, defaults),
        new SettingsShowCommand(conversations, defaults),
        new SettingsSetCommand(conversations, models),
        new SettingsResetCommand(conversations),
        new ForgetMeCommand(List.of(store.personalRecords(FORGETTING), elsewhere, this::ledger)));
  }
}
