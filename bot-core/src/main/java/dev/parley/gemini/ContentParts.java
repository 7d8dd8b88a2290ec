package dev.parley.gemini;

import com.google.genai.types.Content;
import com.google.genai.types.Part;
import dev.parley.model.RawContent;
import java.util.ArrayList;
import java.util.List;

/// The parts of one answer, joined to as few as keep their meaning.
///
/// Parts with a thought signature stay as they came: Gemini checks them when they come back. It
/// refuses a content with an empty part, and with it each later question of the conversation.
final class ContentParts {
  /// What the client library makes of a part of a kind that it does not know.
  private static final Part NOTHING = Part.builder().build();

  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder plainText = new StringBuilder();

  void add(Part part) {
    if (part.equals(NOTHING) || (part.thoughtSignature().isEmpty() && isThought(part))) {
      return;
    }
    if (isPlainText(part)) {
      plainText.append(part.text().orElse(""));
    } else {
      closePlainText();
      parts.add(part);
    }
  }

  RawContent content() {
    closePlainText();
    return new RawContent(Content.builder().role("model").parts(parts).build().toJson());
  }

  private void closePlainText() {
    if (!plainText.isEmpty()) {
      parts.add(Part.fromText(plainText.toString()));
      plainText.setLength(0);
    }
  }

  static boolean isThought(Part part) {
    return part.thought().orElse(false);
  }

  private static boolean isPlainText(Part part) {
    return part.text().isPresent() && part.thoughtSignature().isEmpty() && !isThought(part);
  }
}
