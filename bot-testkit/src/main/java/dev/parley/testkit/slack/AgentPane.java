package dev.parley.testkit.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What shows around an agent's conversations: status lines, sessions, titles, suggested prompts.
public final class AgentPane {
  private static final Duration STATUS_LIFETIME = Duration.ofMinutes(2);

  private final Ids ids;
  private final Map<String, List<String>> statuses = new LinkedHashMap<>();
  private final Map<String, Instant> statusEnds = new LinkedHashMap<>();
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Map<String, List<String>> sessions = new LinkedHashMap<>();
  private final Map<String, List<String>> prompts = new LinkedHashMap<>();

  AgentPane(Ids ids) {
    this.ids = ids;
  }

  /// The status line that shows in a thread now; it goes after two minutes or with a reply.
  public synchronized Optional<String> status(String channel, String threadTs) {
    String key = key(channel, threadTs);
    Instant ends = statusEnds.getOrDefault(key, Instant.MIN);
    return ids.now().isBefore(ends)
        ? Optional.of(statuses.getOrDefault(key, List.of("")).getLast())
        : Optional.empty();
  }

  /// All status lines that the bot has shown in a thread, oldest first; empty ones cleared it.
  public synchronized List<String> statuses(String channel, String threadTs) {
    return List.copyOf(statuses.getOrDefault(key(channel, threadTs), List.of()));
  }

  /// All that a thread's session has been, oldest first: `processing`, `active`, and so on.
  public synchronized List<String> sessions(String channel, String threadTs) {
    return List.copyOf(sessions.getOrDefault(key(channel, threadTs), List.of()));
  }

  public synchronized Optional<String> title(String channel, String threadTs) {
    return Optional.ofNullable(titles.get(key(channel, threadTs)));
  }

  /// The titles of the prompts that are suggested in a channel.
  public synchronized List<String> suggestedPrompts(String channel) {
    return List.copyOf(prompts.getOrDefault(channel, List.of()));
  }

  synchronized void status(String channel, String threadTs, String status) {
    String key = key(channel, threadTs);
    statuses.computeIfAbsent(key, it -> new ArrayList<>()).add(status);
    statusEnds.put(key, status.isEmpty() ? Instant.MIN : ids.now().plus(STATUS_LIFETIME));
  }

  /// A reply takes the status line away.
  synchronized void replied(String channel, String threadTs) {
    statusEnds.remove(key(channel, threadTs));
  }

  synchronized void session(String channel, String threadTs, String state) {
    sessions.computeIfAbsent(key(channel, threadTs), it -> new ArrayList<>()).add(state);
  }

  synchronized void title(String channel, String threadTs, String title) {
    titles.put(key(channel, threadTs), title);
  }

  synchronized void suggest(String channel, List<String> suggested) {
    prompts.put(channel, suggested);
  }

  private static String key(String channel, String threadTs) {
    return channel + " " + threadTs;
  }
}
