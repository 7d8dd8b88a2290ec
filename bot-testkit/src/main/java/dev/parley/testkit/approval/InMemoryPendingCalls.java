package dev.parley.testkit.approval;

import dev.parley.approval.Decision;
import dev.parley.approval.PendingCall;
import dev.parley.approval.PendingCalls;
import dev.parley.conversation.Erased;
import dev.parley.conversation.PersonalRecords;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.quota.QuotaBook.Deed;
import dev.parley.tool.ToolResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Calls that wait, and their audit, in memory.
public final class InMemoryPendingCalls implements PendingCalls, PersonalRecords {
  private final Map<Key, State> states = new HashMap<>();
  private final Map<TenantId, List<Deed>> audit = new HashMap<>();

  private record Key(TenantId tenant, String id) {}

  private static final class State {
    private final PendingCall call;
    private @Nullable Decision decision;
    private @Nullable String attempt;
    private @Nullable ToolResult result;

    State(PendingCall call) {
      this.call = call;
    }
  }

  @Override
  public synchronized void ask(PendingCall call, Deed deed) {
    if (states.putIfAbsent(new Key(call.tenant(), call.id()), new State(call)) == null) {
      note(call.tenant(), deed);
    }
  }

  @Override
  public synchronized Optional<Known> find(TenantId tenant, String id) {
    return state(tenant, id)
        .map(state -> new Known(state.call, Optional.ofNullable(state.decision)));
  }

  private Optional<State> state(TenantId tenant, String id) {
    return Optional.ofNullable(states.get(new Key(tenant, id)));
  }

  @Override
  public synchronized Optional<Decision> decide(
      TenantId tenant, String id, Decision decision, Deed deed) {
    Optional<State> state = state(tenant, id);
    state
        .filter(open -> open.decision == null)
        .ifPresent(
            open -> {
              open.decision = decision;
              note(tenant, deed);
            });
    return state.map(decided -> decided.decision);
  }

  @Override
  public synchronized Begun begin(TenantId tenant, String id, String attempt) {
    return state(tenant, id).map(state -> begun(state, attempt)).orElseGet(Begun.Gone::new);
  }

  private static Begun begun(State state, String attempt) {
    if (state.result != null) {
      return new Begun.Ended(state.result);
    }
    if (state.attempt == null) {
      state.attempt = attempt;
    }
    return attempt.equals(state.attempt) ? new Begun.Now() : new Begun.Before();
  }

  @Override
  public synchronized void end(TenantId tenant, String id, ToolResult result, Deed deed) {
    state(tenant, id)
        .filter(open -> open.result == null)
        .ifPresent(
            open -> {
              open.result = result;
              note(tenant, deed);
            });
  }

  @Override
  public synchronized void note(TenantId tenant, Deed deed) {
    audit.computeIfAbsent(tenant, _ -> new ArrayList<>()).addFirst(deed);
  }

  /// What was done in a tenant, the latest first.
  public synchronized List<Deed> deeds(TenantId tenant) {
    return List.copyOf(audit.getOrDefault(tenant, List.of()));
  }

  @Override
  public synchronized Erased forget(TenantId tenant, UserId user) {
    int before = states.size();
    states
        .entrySet()
        .removeIf(
            one ->
                one.getKey().tenant().equals(tenant)
                    && one.getValue().call.asker().id().equals(user));
    int gone = before - states.size();
    return gone == 0 ? Erased.NOTHING : new Erased(Map.of(Erased.Kind.CALL, gone), 0);
  }
}
