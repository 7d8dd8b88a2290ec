package dev.parley.testkit.model;

import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.demo.protocol.KeptFiles;
import dev.parley.gemini.GeminiLanguageModel;
import dev.parley.gemini.GeminiSettings;
import dev.parley.gemini.OwnTools;
import dev.parley.model.CallMeter;
import dev.parley.model.ModelRequest;
import dev.parley.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Gemini's client against a server of its protocol that says what is scripted.
final class GeminiBench implements AutoCloseable {
  static final String FALLBACK = "gemini-3.5-flash-lite";

  final ScriptedResponder gemini = new ScriptedResponder();
  final GeminiLanguageModel model;
  private final GeminiProtocolServer server = GeminiProtocolServer.start(gemini);

  private GeminiBench(Settings settings, CallMeter meter) {
    this.model = GeminiLanguageModel.open(settings.toward(server), meter);
    // Else the first call of a JVM is too slow for tests with a time limit.
    model.warmUp(ModelRequests.MODEL);
  }

  static GeminiBench start() {
    return start(new Settings());
  }

  static GeminiBench start(Settings settings) {
    return new GeminiBench(settings, CallMeter.FREE);
  }

  static GeminiBench start(Settings settings, CallMeter meter) {
    return new GeminiBench(settings, meter);
  }

  static GeminiBench start(CallMeter meter) {
    return new GeminiBench(new Settings(), meter);
  }

  KeptFiles files() {
    return server.files();
  }

  Heard hear(ModelRequest request) {
    return Heard.of(model.stream(request));
  }

  @Override
  public void close() {
    model.close();
    server.close();
  }

  /// Settings whose waits are short enough for tests.
  static final class Settings {
    private int attempts = 3;
    private Duration idle = Duration.ofSeconds(30);
    private GeminiSettings.Breaker breaker = GeminiSettings.Breaker.DEFAULT;
    private OwnTools ownTools = OwnTools.OFF;
    private GeminiSettings.Resolution resolution = GeminiSettings.Resolution.AUTO;

    Settings attempts(int most) {
      attempts = most;
      return this;
    }

    Settings idleTimeout(Duration time) {
      idle = time;
      return this;
    }

    Settings breakerAfter(int calls) {
      breaker = new GeminiSettings.Breaker(calls, calls, 50, Duration.ofMinutes(5));
      return this;
    }

    Settings looking(GeminiSettings.Resolution how) {
      resolution = how;
      return this;
    }

    Settings using(OwnTools tools) {
      ownTools = tools;
      return this;
    }

    private GeminiSettings toward(GeminiProtocolServer server) {
      return new GeminiSettings(
          Secret.of("test-key"),
          Optional.of(server.uri()),
          Duration.ofSeconds(5),
          idle,
          List.of(FALLBACK),
          new GeminiSettings.Patience(
              attempts, Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofSeconds(20)),
          breaker,
          false,
          resolution,
          ownTools);
    }
  }
}
