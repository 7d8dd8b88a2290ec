package dev.parley.testkit.slack;

/// What the workspaces of one fake share.
///
/// @param address where the fake itself is reached, without a slash at the end
record Backstage(SlackRules rules, SlackApp app, Ids ids, EventsOut out, Address address) {
  /// The fake's own address, known once it listens.
  @FunctionalInterface
  interface Address {
    String url();
  }
}
