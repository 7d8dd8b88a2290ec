package dev.parley.gemini;

import java.util.Locale;

/// The models that make pictures. They answer in words alone unless they are asked for both, and
/// take no tools (Gemini's documentation, "Image generation").
final class ImageModels {
  private ImageModels() {}

  static boolean contains(String model) {
    return model.toLowerCase(Locale.ROOT).contains("image");
  }
}
