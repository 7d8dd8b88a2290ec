package dev.parley.launcher.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds keys that mean nothing, and the known keys that were probably meant.
final class UnknownKeys {
  private UnknownKeys() {}

  static void find(
      String path, SettingsTree.Group given, SettingsTree.Group known, List<Mistake> mistakes) {
    for (Map.Entry<String, SettingsTree> entry : given.entries().entrySet()) {
      String keyPath = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      SettingsTree meant = known.entries().get(entry.getKey());
      if (meant == null) {
        mistakes.add(new Mistake(keyPath, sentence(entry.getKey(), known.entries().keySet())));
      } else if (meant instanceof SettingsTree.Group inner) {
        findInGroup(keyPath, entry.getValue(), inner, mistakes);
      }
    }
  }

  private static void findInGroup(
      String path, SettingsTree given, SettingsTree.Group known, List<Mistake> mistakes) {
    if (given instanceof SettingsTree.Group group) {
      find(path, group, known, mistakes);
    } else if (!given.equals(new SettingsTree.Text(""))) {
      mistakes.add(
          new Mistake(path, "is " + given.kind() + " but needs the keys " + listed(known)));
    }
  }

  private static String listed(SettingsTree.Group known) {
    return String.join(", ", known.entries().keySet());
  }

  private static String sentence(String key, Collection<String> known) {
    return nearest(key, known)
        .map(near -> "is not a setting; did you mean " + near + "?")
        .orElse("is not a setting; there are " + String.join(", ", known));
  }

  /// The known word that was probably meant.
  static Optional<String> nearest(String key, Collection<String> known) {
    int mostEdits = Math.max(2, key.length() / 3);
    return known.stream()
        .filter(candidate -> edits(key, candidate) <= mostEdits)
        .min(
            Comparator.<String>comparingInt(candidate -> edits(key, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// How many letters must be typed, taken away or changed to get from one word to the other.
  static int edits(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int changed = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        int shorter = Math.min(above[column] + 1, current[column - 1] + 1);
        current[column] = Math.min(shorter, above[column - 1] + changed);
      }
      above = current;
    }
    return above[to.length()];
  }
}
