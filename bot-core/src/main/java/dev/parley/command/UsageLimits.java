package dev.parley.command;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.quota.LimitState;
import dev.parley.quota.LimitStates;
import dev.parley.usage.Payer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The limits that are shown with what was spent.
public final class UsageLimits {
  private static final String GROUPS_UNKNOWN =
      "Which groups this person is in is not known right now: limits that hold for groups are left"
          + " out, and may hold instead of those above.";

  private final LimitStates states;
  private final Directory directory;

  public UsageLimits(LimitStates states, Directory directory) {
    this.states = states;
    this.directory = directory;
  }

  /// Those that hold for whoever asks; to those who are no admins, only what is theirs alone.
  List<String> own(CommandInvocation invocation) {
    UserId asker = invocation.author().id();
    return states(asker, invocation, invocation.groups())
        .filter(state -> invocation.administers() || state.limit().isOf(asker))
        .map(LimitLines::of)
        .toList();
  }

  /// Those that hold for somebody else.
  List<String> of(UserId person, CommandInvocation invocation) {
    TenantId tenant = invocation.place().tenant();
    Optional<Set<String>> groups =
        states.nameGroups(tenant) ? directory.groups(tenant, person) : Optional.of(Set.of());
    List<String> lines = new ArrayList<>();
    states(person, invocation, groups.orElse(Set.of()))
        .map(LimitLines::ofOther)
        .forEach(lines::add);
    if (groups.isEmpty()) {
      lines.add(GROUPS_UNKNOWN);
    }
    return lines;
  }

  /// Those of the channel.
  List<String> ofChannel(CommandInvocation invocation) {
    return common(invocation, account -> account.startsWith("channel/"));
  }

  /// Those of all together.
  List<String> ofAll(CommandInvocation invocation) {
    return common(invocation, Set.of("workspace", "bot")::contains);
  }

  private List<String> common(CommandInvocation invocation, Predicate<String> account) {
    return states(invocation.author().id(), invocation, Set.of())
        .filter(state -> account.test(state.limit().account()))
        .map(LimitLines::of)
        .toList();
  }

  private Stream<LimitState> states(
      UserId person, CommandInvocation invocation, Set<String> groups) {
    Payer payer =
        new Payer(
            invocation.place().tenant(),
            invocation.place().channel(),
            person,
            invocation.author().name(),
            groups);
    List<LimitState> all = invocation.administers() ? states.withWholeBot(payer) : states.of(payer);
    return all.stream();
  }
}
