package dev.parley.attachment;

/// What a recording or a document is that goes to the model as it was sent.
sealed interface Examined {
  /// The model can be shown it.
  ///
  /// @param mediaType as the model takes it
  /// @param extent pages or seconds; 0 where nobody can tell
  record Fit(String mediaType, int extent) implements Examined {}

  /// It cannot.
  record Unfit(IntakeResult.Refused why) implements Examined {}
}
