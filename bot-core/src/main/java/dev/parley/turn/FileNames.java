package dev.parley.turn;

import dev.parley.attachment.Attachment;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names for the files that are made in a turn: new ones in their conversation, since people and
/// the model call files by their names. Safe for use by many threads at once.
final class FileNames {
  private final Set<String> taken = new HashSet<>();

  FileNames(Collection<Attachment> earlier) {
    earlier.forEach(this::take);
  }

  /// Somebody gave a file this name.
  synchronized void take(Attachment file) {
    taken.add(file.name().toLowerCase(Locale.ROOT));
  }

  /// The first name of this form that is free, such as `picture-3.png`.
  synchronized String next(String stem, String ending) {
    for (int number = 1; ; number++) {
      String name = "%s-%d.%s".formatted(stem, number, ending);
      if (taken.add(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
  }
}
