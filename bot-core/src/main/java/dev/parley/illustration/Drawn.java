package dev.parley.illustration;

import dev.parley.model.Media;

/// What came of asking a model for a picture.
public sealed interface Drawn {
  /// A picture.
  ///
  /// @param words that the model said with it; may be blank
  record Picture(Media picture, String words) implements Drawn {}

  /// The model said something and made none.
  record Nothing(String words) implements Drawn {}

  /// The provider refused the description, or withheld the picture.
  record Blocked(boolean becauseOfPrompt) implements Drawn {}

  /// There was no room for a picture in what the answer may have.
  record NoRoom() implements Drawn {}
}
