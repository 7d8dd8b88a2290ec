package dev.parley.launcher.settings;

/// Something wrong in the settings: where, and what would be right.
///
/// @param where the key's path, or the file
/// @param problem the rest of the sentence
public record Mistake(String where, String problem) {
  @Override
  public String toString() {
    return where + " " + problem;
  }
}
