package dev.parley.slack.event;

import dev.parley.identity.TenantId;
import dev.parley.message.Addressing;
import dev.parley.platform.RateLimit;
import dev.parley.platform.RateLimits;
import java.time.Duration;

/// Which messages of other bots are answered: none, or those that mention this one, as long as the
/// two do not go on and on.
public final class OtherBots {
  /// So much of a thread at once, and then one every ten minutes.
  private static final RateLimit IN_A_THREAD = new RateLimit(10, Duration.ofMinutes(10), 0);

  private final boolean answered;
  private final RateLimits limits;

  /// @param answered whether they are answered at all
  public OtherBots(boolean answered, RateLimits limits) {
    this.answered = answered;
    this.limits = limits;
  }

  boolean mayAsk(SlackMessage message) {
    return answered
        && message.addressing() == Addressing.MENTION
        && limits
            .take(
                new TenantId(InboundMessages.PLATFORM, message.tenant()),
                "bots/" + message.channel() + "/" + message.thread().orElse(message.channel()),
                IN_A_THREAD,
                false)
            .isEmpty();
  }
}
