package dev.parley.platform;

import dev.parley.identity.TenantId;
import java.time.Duration;
import java.util.Optional;

/// Where the bot is installed, for platforms on which many tenants install it by themselves. What
/// an
/// installation is, its adapter knows; the core keeps the text.
///
/// All methods block, and throw a `StoreUnavailableException` where the store cannot be asked.
public interface Installations {
  /// Empty where the bot is not installed.
  Optional<String> find(TenantId tenant);

  /// Puts an installation in the place of the one that there is.
  void save(TenantId tenant, String installation);

  /// Forgets all that is known of an installation.
  void forget(TenantId tenant);

  /// Somebody has begun to install the bot, and is expected back with a word.
  ///
  /// @param note what is known of them
  void expect(String word, String note, Duration time);

  /// Somebody came back with a word: what is known of them, once; empty where nobody is expected
  /// with it, or not any more.
  Optional<String> arrive(String word);
}
