package dev.parley.gemini;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What differs between the generations of Gemini's models, as their ids tell.
final class ModelGeneration {
  private static final Pattern NUMBER = Pattern.compile("gemini-(\\d{1,3})(?:[.-]|\\z)");

  /// Such an id, as `gemini-flash-latest`, stands for the newest model.
  private static final String NEWEST = "-latest";

  private ModelGeneration() {}

  /// Whether its own tools go together with functions (Gemini's documentation, "Combine built-in
  /// tools and function calling": from Gemini 3 on).
  static boolean mixesTools(String model) {
    return isThirdOrLater(model);
  }

  /// Whether each search is billed, and not each prompt with searches ("Gemini API pricing").
  static boolean billsEachSearch(String model) {
    return isThirdOrLater(model);
  }

  private static boolean isThirdOrLater(String model) {
    String id = model.toLowerCase(Locale.ROOT);
    Matcher number = NUMBER.matcher(id);
    return number.find() ? Integer.parseInt(number.group(1)) >= 3 : id.endsWith(NEWEST);
  }
}
