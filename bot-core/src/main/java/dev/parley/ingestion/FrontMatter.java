package dev.parley.ingestion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a file in Markdown says of itself before it begins, in YAML between two lines of dashes.
///
/// @param title blank where it says none
/// @param rest what follows
record FrontMatter(String title, String rest) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\A\uFEFF?---[ \t]*\n(.{0,10000}?)\n(?:---|\\.\\.\\.)[ \t]*(?:\n|\\z)", Pattern.DOTALL);
  private static final Pattern TITLE =
      Pattern.compile("(?m)^title:[ \t]*(?:\"([^\"\n]+)\"|'([^'\n]+)'|([^\"'\n#][^\n#]*))");

  /// What it says beside its title is read as a list of settings, before all else.
  static FrontMatter of(String text) {
    Matcher matter = FORM.matcher(text);
    if (!matter.find() || !matter.group(1).matches("(?s)\\s*[\\w-]+[ \t]*:.*")) {
      return new FrontMatter("", text);
    }
    String settings = matter.group(1);
    Matcher title = TITLE.matcher(settings);
    String found = title.find() ? settings.substring(title.start(), title.end()) : "";
    String others = settings.replace(found, "").strip();
    String told = others.isEmpty() ? "" : "```yaml\n" + others + "\n```\n\n";
    return new FrontMatter(titleIn(title, found), told + text.substring(matter.end()));
  }

  private static String titleIn(Matcher title, String found) {
    if (found.isEmpty()) {
      return "";
    }
    return title.group(1) != null
        ? title.group(1)
        : title.group(2) != null ? title.group(2) : title.group(3).strip();
  }
}
