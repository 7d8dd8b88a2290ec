package dev.parley.launcher.crash;

import java.time.Duration;

/// How large a crash test is.
///
/// @param processes bot processes that run side by side
/// @param conversations rooms, each with one person who writes in order
/// @param messages that each person writes
/// @param kills processes that are ended by SIGKILL
/// @param pauses processes that are stopped by SIGSTOP for longer than a lease
/// @param redisRestarts how often Redis is killed and started again
/// @param thinking the longest pause of a person between two messages
record CrashPlan(
    int processes,
    int conversations,
    int messages,
    int kills,
    int pauses,
    int redisRestarts,
    Duration thinking) {
  /// For each build.
  static final CrashPlan SHORT = new CrashPlan(3, 36, 10, 6, 3, 1, Duration.ofMillis(4_000));

  /// For the profile `long`.
  static final CrashPlan LONG = new CrashPlan(3, 60, 60, 36, 18, 3, Duration.ofMillis(5_000));

  int total() {
    return conversations * messages;
  }
}
