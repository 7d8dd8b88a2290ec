package dev.parley.demo;

/// What the demo model says about itself, at the end of each answer.
final class Notice {
  static final String TEXT =
      "_This is Parley's demo model. Set `GEMINI_API_KEY` and restart to talk to Gemini._";

  private static final String SEPARATOR = "\n\n";

  private Notice() {}

  static String after(String answer) {
    return answer.strip() + SEPARATOR + TEXT;
  }

  static String without(String answer) {
    return answer.replace(TEXT, "").strip();
  }
}
