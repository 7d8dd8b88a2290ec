package dev.parley.tool;

import java.time.Duration;

/// How far tools may go.
///
/// @param timeLimit for one call of a tool that needs no other one
/// @param timeLimitInAll for all calls of one turn; of those that run side by side, the time
///     counts once
/// @param mostAtOnce calls of one turn that run side by side; others of their round wait
/// @param resultBytes that one result may have as JSON
public record ToolLimits(
    Duration timeLimit, Duration timeLimitInAll, int mostAtOnce, int resultBytes) {
  public static final ToolLimits DEFAULTS =
      new ToolLimits(Duration.ofSeconds(30), Duration.ofMinutes(3), 8, 64 * 1024);

  /// A model that asks for more calls at once has lost its way.
  public static final int MOST_IN_ROUND = 32;

  /// So many results of one round may have their full size; of more, each may have less.
  private static final int FULL_RESULTS = 4;

  private static final int SHARE_FOR_TOOLS = 4;
  private static final int SHARES = 5;

  public ToolLimits {
    if (!timeLimit.isPositive() || !timeLimitInAll.isPositive()) {
      throw new IllegalArgumentException("tools need time");
    }
    if (mostAtOnce < 1 || resultBytes < ShortResult.LEAST_BYTES) {
      throw new IllegalArgumentException("tools need room for a call and its result");
    }
  }

  /// The same limits with another time for each call.
  public ToolLimits with(Duration otherLimit) {
    return new ToolLimits(otherLimit, timeLimitInAll, mostAtOnce, resultBytes);
  }

  /// The same limits where a whole turn may take so long: a fifth of that is left to the model.
  public ToolLimits within(Duration turn) {
    Duration most = turn.multipliedBy(SHARE_FOR_TOOLS).dividedBy(SHARES);
    return new ToolLimits(
        timeLimit,
        most.compareTo(timeLimitInAll) < 0 ? most : timeLimitInAll,
        mostAtOnce,
        resultBytes);
  }

  /// How large each result of a round may be.
  int resultBytes(int callsInRound) {
    int share = (int) ((long) resultBytes * FULL_RESULTS / Math.max(FULL_RESULTS, callsInRound));
    return Math.max(ShortResult.LEAST_BYTES, share);
  }
}
