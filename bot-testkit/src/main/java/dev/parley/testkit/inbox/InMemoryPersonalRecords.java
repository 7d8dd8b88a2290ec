package dev.parley.testkit.inbox;

import dev.parley.conversation.Erased;
import dev.parley.conversation.PersonalRecords;
import dev.parley.conversation.Turn;
import dev.parley.identity.MessageId;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.InboundMessage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the storage in memory keeps of single people. Files stay: they end with the test.
final class InMemoryPersonalRecords implements PersonalRecords {
  private final InMemoryStorage storage;
  private final InMemoryCorrections corrections;

  InMemoryPersonalRecords(InMemoryStorage storage) {
    this.storage = storage;
    corrections = new InMemoryCorrections(storage);
  }

  @Override
  public Erased forget(TenantId tenant, UserId user) {
    Map<Erased.Kind, Integer> counts = new EnumMap<>(Erased.Kind.class);
    List<MessageId> open = open(tenant, user);
    open.forEach(message -> corrections.withdraw(tenant, message, storage.now()));
    add(counts, Erased.Kind.WAITING, open.size());
    synchronized (storage) {
      for (ConversationState state : storage.conversations(tenant)) {
        state
            .turn()
            .filter(turn -> turn.isAnswered() && turn.asker().equals(user))
            .ifPresent(RunningTurn::disown);
        List<Turn> told = state.forget(user);
        long read = told.stream().filter(turn -> turn.model().isEmpty()).count();
        add(counts, Erased.Kind.READING, read);
        add(counts, Erased.Kind.EXCHANGE, told.size() - read);
        add(counts, Erased.Kind.SUMMARY, state.forgetSummary(user) ? 1 : 0);
      }
      forgetPast(tenant, user, counts);
      add(counts, Erased.Kind.SETTING, storage.forgetSettings(tenant, user));
      return new Erased(counts, unfinished(tenant, user));
    }
  }

  private List<MessageId> open(TenantId tenant, UserId user) {
    synchronized (storage) {
      List<MessageId> open = new ArrayList<>();
      for (ConversationState state : storage.conversations(tenant)) {
        Stream<InboundMessage> running =
            state.turn().filter(RunningTurn::isOpen).stream()
                .flatMap(turn -> turn.messages().stream());
        Stream.concat(state.waiting().stream(), running)
            .filter(message -> message.author().id().equals(user))
            .forEach(message -> open.add(message.id()));
      }
      return open;
    }
  }

  private void forgetPast(TenantId tenant, UserId user, Map<Erased.Kind, Integer> counts) {
    int before = storage.past().size();
    storage
        .past()
        .entrySet()
        .removeIf(
            past ->
                past.getKey().conversation().tenant().equals(tenant)
                    && past.getValue().turn().asker().equals(user));
    add(counts, Erased.Kind.PAST_TURN, before - storage.past().size());
    long ratings =
        storage.past().entrySet().stream()
            .filter(past -> past.getKey().conversation().tenant().equals(tenant))
            .filter(past -> past.getValue().feedback().remove(user) != null)
            .count();
    add(counts, Erased.Kind.RATING, ratings);
  }

  private int unfinished(TenantId tenant, UserId user) {
    return (int)
        storage.conversations(tenant).stream()
            .filter(state -> state.turn().filter(turn -> turn.asker().equals(user)).isPresent())
            .count();
  }

  private static void add(Map<Erased.Kind, Integer> counts, Erased.Kind kind, long count) {
    if (count > 0) {
      counts.merge(kind, Math.toIntExact(count), Integer::sum);
    }
  }
}
