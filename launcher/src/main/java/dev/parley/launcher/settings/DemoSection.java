package dev.parley.launcher.settings;

/// How the model that needs no key answers.
///
/// @param wordsPerSecond 0: all at once
public record DemoSection(int wordsPerSecond) {
  /// The id of that model.
  public static final String MODEL = "gemini-demo";

  /// The id under which it makes pictures.
  public static final String IMAGE_MODEL = "gemini-demo-image";

  static DemoSection read(SettingsReader reader) {
    return new DemoSection(reader.number("words-per-second", 0, 10_000));
  }
}
