package dev.parley.launcher.settings;

import dev.parley.conversation.AnswerPolicy;
import dev.parley.engine.EngineSettings;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.InboxSettings;
import java.time.Duration;
import java.util.Map;

/// How messages wait and turns run.
///
/// @param mergeWaiting whether what one author sent during a turn is answered together
/// @param mostAtOnce of this instance
/// @param remembered how long a message's id is remembered
/// @param drainTime how long running turns may go on at a stop
public record TurnsSection(
    boolean mergeWaiting,
    int mostAtOnce,
    Duration lease,
    int mostTakeOvers,
    int mostWaiting,
    Duration remembered,
    Duration drainTime) {
  static TurnsSection read(SettingsReader reader) {
    return new TurnsSection(
        reader.choice("waiting-messages", Map.of("merge", true, "each", false)),
        reader.number("most-at-once", 1, 100_000),
        reader.time("lease", Duration.ofSeconds(1), Duration.ofMinutes(10)),
        reader.number("most-take-overs", 1, 100),
        reader.number("most-waiting", 1, 100_000),
        reader.time("remembered", Duration.ofMinutes(1), Duration.ofDays(30)),
        reader.time("drain-time", Duration.ZERO, Duration.ofMinutes(30)));
  }

  /// How messages wait.
  ///
  /// @param scope what shares one memory where nothing else is set
  /// @param answers which messages are answered where nothing else is set
  public InboxSettings inbox(SessionScope scope, AnswerPolicy answers) {
    return new InboxSettings(
        lease, mostTakeOvers, mostWaiting, mergeWaiting, remembered, scope, answers);
  }

  /// How this instance works.
  public EngineSettings engine() {
    return new EngineSettings(mostAtOnce, drainTime, EngineSettings.DEFAULTS.lookEvery());
  }
}
