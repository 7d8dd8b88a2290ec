package dev.parley.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.TenantId;
import dev.parley.platform.GroupsWanted;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is in which user group: asked for all of a workspace at once, where anything depends on it,
/// and remembered for ten minutes.
public final class UserGroups {
  private static final Logger LOG = LoggerFactory.getLogger(UserGroups.class);
  private static final String METHOD = "usergroups.list";
  private static final long REMEMBERED_NANOS = Duration.ofMinutes(10).toNanos();
  private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

  /// An event has to be acknowledged within 3 s, and its author's name may take some of them.
  private static final Duration PATIENCE = Duration.ofMillis(800);

  private final SlackApi api;
  private final Refusals refusals;
  private final GroupsWanted wanted;
  private final LongSupplier nanos;
  private final Map<String, Told> known = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Told>> asking = new ConcurrentHashMap<>();

  /// @param groups by the ids of their members; empty: Slack never told
  /// @param until when it need not be asked for again, in nanoseconds
  private record Told(Optional<Map<String, Set<String>>> groups, long until) {}

  /// @param nanos that have passed, since whenever
  UserGroups(SlackApi api, Refusals refusals, GroupsWanted wanted, LongSupplier nanos) {
    this.api = api;
    this.refusals = refusals;
    this.wanted = wanted;
    this.nanos = nanos;
  }

  /// The ids of the groups that somebody is in, as far as Slack tells in time; none where the bot
  /// must not know, or nothing depends on them.
  public Set<String> of(TenantId tenant, String user) {
    return known(tenant, user).orElse(Set.of());
  }

  /// The same; empty where Slack does not tell, and none where nothing depends on them.
  public Optional<Set<String>> known(TenantId tenant, String user) {
    if (!wanted.in(tenant)) {
      return Optional.of(Set.of());
    }
    return refusals.allows(METHOD)
        ? told(team(tenant)).groups().map(groups -> groups.getOrDefault(user, Set.of()))
        : Optional.empty();
  }

  /// A token of a whole organisation has to name the workspace; another one need not.
  private static String team(TenantId tenant) {
    return tenant.id().substring(tenant.id().indexOf('.') + 1);
  }

  private Told told(String team) {
    Told told = known.getOrDefault(team, new Told(Optional.empty(), nanos.getAsLong()));
    return told.until() - nanos.getAsLong() > 0
        ? told
        : asking
            .computeIfAbsent(team, it -> ask(it, told))
            .copy()
            .completeOnTimeout(told, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .join();
  }

  private CompletableFuture<Told> ask(String team, Told before) {
    CompletableFuture<Told> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("slack groups")
        .start(
            () -> {
              Told now = asked(team, before);
              known.put(team, now);
              // before anybody has the answer: whoever asks after that asks anew
              asking.remove(team, answer);
              answer.complete(now);
            });
    return answer;
  }

  private Told asked(String team, Told before) {
    try {
      JsonNode answer =
          api.call(
              ApiCall.passing(METHOD)
                  .with("include_users", "true")
                  .with("team_id", Optional.of(team)));
      Map<String, Set<String>> groups = byMember(answer.path("usergroups"));
      return new Told(Optional.of(groups), nanos.getAsLong() + REMEMBERED_NANOS);
    } catch (SlackCallException untold) {
      refusals.learn(untold);
      LOG.debug("groups are not known: {}", untold.getMessage());
    } catch (RuntimeException defect) {
      LOG.warn("groups could not be asked for", defect);
    }
    return new Told(before.groups(), nanos.getAsLong() + PAUSE_NANOS);
  }

  private static Map<String, Set<String>> byMember(JsonNode groups) {
    Map<String, Set<String>> byMember = new HashMap<>();
    for (JsonNode group : groups) {
      for (JsonNode member : group.path("users")) {
        byMember
            .computeIfAbsent(member.asText(), key -> new HashSet<>())
            .add(group.path("id").asText());
      }
    }
    return byMember;
  }
}
