package dev.parley.launcher;

import dev.parley.launcher.settings.Settings;
import java.util.List;

/// The bot as a diagram: what is started in which order, and what each part is given.
final class Wiring {
  private Wiring() {}

  /// Starts everything.
  ///
  /// @param lifetime takes what was started, also where something later cannot be started
  /// @return what to tell whoever starts the bot
  /// @throws StartException where something cannot be started
  static List<String> start(Settings settings, Lifetime lifetime) {
    HttpAddress.check(settings.http());
    RedisChoice redis = RedisChoice.make(settings, lifetime);
    return StartNotice.lines(settings, settings.http().port(), redis.notice());
  }
}
