package dev.parley.redis;

import dev.parley.inbox.InboxSettings;

/// On which terms turns are claimed, as the scripts are told.
///
/// @param leaseMillis how long an owner may stay silent
/// @param mostTakeOvers after how many lost owners a turn is given up: one more than those after
///     which its failure is told, for that may end its owner as well
/// @param together how many messages of one author are answered together
record ClaimTerms(String leaseMillis, String mostTakeOvers, String together) {
  private static final int MOST_MERGED = 20;

  static ClaimTerms of(InboxSettings settings) {
    return new ClaimTerms(
        Long.toString(settings.lease().toMillis()),
        Integer.toString(settings.mostTakeOvers() + 1),
        Integer.toString(settings.mergeWaiting() ? MOST_MERGED : 1));
  }
}
