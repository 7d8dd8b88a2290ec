package dev.parley.platform;

import dev.parley.identity.TenantId;
import java.time.Duration;
import java.util.Optional;

/// What the bot may still do in a tenant by its platform's limits, reckoned for all instances
/// together.
///
/// What only shows progress stays within the documented limit and leaves a reserve. What is urgent
/// is counted as well, but held back only once the platform itself has refused something: platforms
/// let more through than they promise, and an answer should not wait without need. Limits that are
/// firm hold for everything.
///
/// All methods block shortly and throw nothing: whoever cannot ask the others reckons alone.
public interface RateLimits {
  /// Takes one of what is left.
  ///
  /// @param what is limited, such as a method of the platform's API; always with the same limit
  /// @return empty where it may be done now; else how long to wait before asking again
  Optional<Duration> take(TenantId tenant, String what, RateLimit limit, boolean urgent);

  /// Lets nothing of it be done for so long, since the platform said so, and for some minutes after
  /// that no more than the limit, however urgent.
  void pause(TenantId tenant, String what, RateLimit limit, Duration time);
}
