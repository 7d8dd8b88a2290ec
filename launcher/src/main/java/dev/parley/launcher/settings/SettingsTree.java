package dev.parley.launcher.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What a YAML file holds, before anybody knows what it means.
sealed interface SettingsTree {
  /// A single value, as it is written.
  record Text(String text) implements SettingsTree {}

  /// A list, of values or of groups of keys.
  record Items(List<SettingsTree> entries) implements SettingsTree {
    public Items {
      entries = List.copyOf(entries);
    }
  }

  /// Keys with what belongs to them, in the order of the file.
  record Group(SequencedMap<String, SettingsTree> entries) implements SettingsTree {
    static final Group EMPTY = new Group(new LinkedHashMap<>());

    /// This group with all that the other holds on top of it.
    Group overlaidBy(Group other) {
      SequencedMap<String, SettingsTree> merged = new LinkedHashMap<>(entries);
      for (Map.Entry<String, SettingsTree> entry : other.entries.entrySet()) {
        merged.merge(entry.getKey(), entry.getValue(), Group::overlaid);
      }
      return new Group(merged);
    }

    private static SettingsTree overlaid(SettingsTree lower, SettingsTree upper) {
      return switch (lower) {
        case Group below when upper instanceof Group above -> below.overlaidBy(above);
        case Group below -> below;
        default -> upper;
      };
    }
  }

  /// How an entry of a list is named in sentences: people count from one.
  static String itemPath(String path, int at) {
    return path + "[" + (at + 1) + "]";
  }

  /// What this is called in a sentence.
  default String kind() {
    return switch (this) {
      case Text text -> "one value";
      case Items items -> "a list";
      case Group group -> "a group of keys";
    };
  }
}
