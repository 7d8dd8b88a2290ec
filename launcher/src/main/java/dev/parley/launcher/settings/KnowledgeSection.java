package dev.parley.launcher.settings;

import dev.parley.command.CommandSpec;
import dev.parley.ingestion.FolderSettings;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.KnowledgeSettings.WhenNothingFits;
import dev.parley.knowledge.KnowledgeStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The documents that answers are taken from.
///
/// @param enabled whether there is a knowledge base
/// @param mayAdd who may add documents, and change those of their own
/// @param vectors what makes them
/// @param model of Gemini's that makes vectors
/// @param dimensions of these
/// @param folders whose files are documents
public record KnowledgeSection(
    boolean enabled,
    CommandSpec.Access mayAdd,
    KnowledgeSettings settings,
    Vectors vectors,
    String model,
    int dimensions,
    List<FolderSettings> folders) {
  public KnowledgeSection {
    folders = List.copyOf(folders);
  }

  /// What makes vectors.
  public enum Vectors {
    /// Gemini with a key, else the offline model where it is there, else nothing.
    AUTO,
    GEMINI,
    OFFLINE,
    NONE
  }

  /// Whether Gemini's model makes vectors, where there is a key or not.
  public boolean vectorsByGemini(boolean key) {
    return enabled
        && switch (vectors) {
          case AUTO -> key;
          case GEMINI -> true;
          case OFFLINE, NONE -> false;
        };
  }

  /// @param beside the settings file: folders are found beside it
  static KnowledgeSection read(SettingsReader reader, Path beside) {
    return new KnowledgeSection(
        reader.choice("enabled", Map.of("true", true, "false", false)),
        reader.choice(
            "may-add",
            Map.of(
                "everyone",
                CommandSpec.Access.EVERYONE,
                "managers",
                CommandSpec.Access.MANAGERS,
                "admins",
                CommandSpec.Access.ADMINS)),
        settings(reader),
        reader.choice(
            "vectors",
            Map.of(
                "auto",
                Vectors.AUTO,
                "gemini",
                Vectors.GEMINI,
                "offline",
                Vectors.OFFLINE,
                "none",
                Vectors.NONE)),
        reader.text("embedding-model"),
        reader.number("dimensions", 128, 3_072),
        new FolderReader(beside).read(reader));
  }

  private static KnowledgeSettings settings(SettingsReader reader) {
    return new KnowledgeSettings(
        new KnowledgeStore.Limits(
            reader.number("most-documents", 1, 1_000_000),
            reader.size("text-in-all", 1 << 10, 1L << 40)),
        reader.number("most-waiting", 1, 100_000),
        reader.number("most-at-once", 1, 100),
        reader.size("document-limit", 1 << 10, 1L << 30),
        reader.number("text-limit", 1_000, 100_000_000),
        reader.number("passage-tokens", 100, 200_000),
        reader.choice(
            "when-nothing-fits",
            Map.of("answer", WhenNothingFits.ANSWER, "say-so", WhenNothingFits.SAY_SO)),
        reader.time("stale-after", Duration.ofHours(1), Duration.ofDays(36_500)),
        reader
            .timeOrNever("refresh-links", Duration.ofMinutes(1), Duration.ofDays(3_650))
            .orElse(Duration.ZERO));
  }
}
