package dev.parley.launcher;

import dev.parley.demo.DemoPace;
import dev.parley.demo.DemoResponder;
import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.gemini.GeminiLanguageModel;
import dev.parley.gemini.GeminiSettings;
import dev.parley.launcher.settings.DemoSection;
import dev.parley.launcher.settings.Settings;
import dev.parley.model.CallMeter;
import dev.parley.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which model answers: Gemini, or, without a key, the demo model in this process, which is asked
/// in the same way.
///
/// @param id of the model that answers where nothing else is set
/// @param others that may be chosen instead
/// @param pictures the id of the model that makes the pictures that people wish; empty: none does
/// @param notice tells people that it is no real model; empty where it is one
record ModelChoice(
    GeminiLanguageModel model,
    String id,
    List<String> others,
    Optional<String> pictures,
    Optional<String> notice) {
  private static final String DEMO_NOTICE =
      "The demo model answers; it is no real one. Set GEMINI_API_KEY to talk to Gemini.";

  static ModelChoice make(Settings settings, CallMeter meter, Lifetime lifetime) {
    return settings
        .gemini()
        .apiKey()
        .map(key -> gemini(settings, key, meter, lifetime))
        .orElseGet(() -> demo(settings, meter, lifetime));
  }

  private static ModelChoice gemini(
      Settings settings, Secret key, CallMeter meter, Lifetime lifetime) {
    GeminiSettings gemini =
        settings
            .gemini()
            .client(key, settings.gemini().baseUrl(), settings.gemini().fallbackModels());
    List<String> others =
        Stream.concat(gemini.fallbackModels().stream(), settings.gemini().imageModels().stream())
            .toList();
    GeminiLanguageModel model = opened(gemini, settings.gemini().model(), meter, lifetime);
    return new ModelChoice(
        model, settings.gemini().model(), others, settings.gemini().imageModel(), Optional.empty());
  }

  private static ModelChoice demo(Settings settings, CallMeter meter, Lifetime lifetime) {
    DemoPace pace =
        new DemoPace(settings.demo().wordsPerSecond(), DemoPace.human().wordsPerChunk());
    GeminiProtocolServer server =
        lifetime.holds("the demo model", GeminiProtocolServer.start(new DemoResponder(pace)));
    GeminiSettings gemini =
        settings
            .gemini()
            .client(Secret.of(DemoSection.MODEL), Optional.of(server.uri()), List.of());
    return new ModelChoice(
        opened(gemini, DemoSection.MODEL, meter, lifetime),
        DemoSection.MODEL,
        List.of(),
        Optional.of(DemoSection.IMAGE_MODEL),
        Optional.of(DEMO_NOTICE));
  }

  private static GeminiLanguageModel opened(
      GeminiSettings settings, String id, CallMeter meter, Lifetime lifetime) {
    GeminiLanguageModel model =
        lifetime.holds("the model's client", GeminiLanguageModel.open(settings, meter));
    Thread.ofVirtual().name("warm-up").start(() -> model.warmUp(id));
    return model;
  }

  /// All models that may be chosen for a place, the default one first.
  List<String> all() {
    return Stream.concat(Stream.of(id), others.stream()).distinct().toList();
  }
}
