package dev.parley.launcher;

import dev.parley.gemini.EmbeddingSettings;
import dev.parley.launcher.settings.KnowledgeSection;
import dev.parley.launcher.settings.Settings;
import dev.parley.model.Embedder;
import dev.parley.model.OfflineEmbedder;
import java.util.Optional;

/// What makes vectors of documents and questions: Gemini, the offline model, or nothing. The demo
/// model never does: its vectors know words alone, and those are searched for anyway.
enum EmbedderChoice {
  GEMINI,
  OFFLINE,
  NONE;

  /// Where the offline model's native libraries are unpacked, in the data directory.
  private static final String NATIVE_FOLDER = "native";

  static EmbedderChoice of(Settings settings) {
    KnowledgeSection knowledge = settings.knowledge();
    if (knowledge.vectorsByGemini(settings.gemini().apiKey().isPresent())) {
      return GEMINI;
    }
    boolean offline =
        knowledge.enabled()
            && switch (knowledge.vectors()) {
              case AUTO, OFFLINE -> OfflineEmbedder.find().isPresent();
              case GEMINI, NONE -> false;
            };
    return offline ? OFFLINE : NONE;
  }

  /// Prepares it; whatever it needs is loaded when it is used first.
  ///
  /// @param model whose client, meter and patience it shares
  Optional<Embedder> open(Settings settings, ModelChoice model, Lifetime lifetime) {
    KnowledgeSection knowledge = settings.knowledge();
    return switch (this) {
      case GEMINI ->
          Optional.of(
              model
                  .model()
                  .embedder(EmbeddingSettings.of(knowledge.model(), knowledge.dimensions())));
      case OFFLINE ->
          OfflineEmbedder.find()
              .map(source -> source.open(settings.dataDirectory().resolve(NATIVE_FOLDER)))
              .map(embedder -> lifetime.holds("the offline model", embedder));
      case NONE -> Optional.empty();
    };
  }

  /// What whoever starts the bot reads of it.
  String notice(Settings settings) {
    KnowledgeSection knowledge = settings.knowledge();
    return switch (this) {
      case GEMINI ->
          "vectors by %s, of %d dimensions".formatted(knowledge.model(), knowledge.dimensions());
      case OFFLINE -> "vectors by the offline model, which understands English";
      case NONE ->
          knowledge.vectors() == KnowledgeSection.Vectors.AUTO
              ? "searched by words alone (set GEMINI_API_KEY to search by meaning too)"
              : "searched by words alone (knowledge.vectors)";
    };
  }
}
