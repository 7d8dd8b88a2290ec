package dev.parley.ingestion;

import java.util.ArrayList;
import java.util.List;

/// The lines of source code that a line is in, such as those that begin its class and its
/// function: those before it that are indented less.
final class Enclosing {
  private static final int MOST = 3;
  private static final int LONGEST = 120;

  private Enclosing() {}

  /// The outermost first.
  static List<String> of(List<String> lines, int at) {
    List<String> enclosing = new ArrayList<>();
    int indentation = indentation(lines.get(at));
    for (int before = at - 1; before >= 0 && indentation > 0; before--) {
      String line = lines.get(before);
      if (!line.isBlank() && indentation(line) < indentation) {
        indentation = indentation(line);
        if (begins(line.strip())) {
          enclosing.add(shown(line.strip()));
        }
      }
    }
    return enclosing.subList(0, Math.min(MOST, enclosing.size())).reversed();
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static boolean begins(String line) {
    return Character.isLetter(line.codePointAt(0)) || line.startsWith("\"") || line.startsWith("'");
  }

  private static String shown(String line) {
    String bare = line.replaceAll("[\\s{(\\[:=]+$", "");
    return bare.length() > LONGEST ? Titles.shortened(bare, LONGEST) : bare;
  }
}
