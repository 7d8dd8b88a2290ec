package dev.parley.testkit.slack;

/// A way from Slack to the bot.
interface DeliveryRoute {
  /// Tries once; blocks until the attempt has succeeded or failed.
  ///
  /// @param retry how many attempts there were before
  /// @param reason why the last of them failed, empty for the first
  Result attempt(Envelope envelope, int retry, String reason) throws InterruptedException;

  /// How one attempt went.
  ///
  /// @param retryable false where the bot asked not to be told again
  record Result(Delivery.Attempt attempt, boolean retryable) {}
}
