package dev.parley.message;

import org.commonmark.node.CustomNode;

/// The box of a task in a list, the first child of its list item.
public final class TaskMarker extends CustomNode {
  private final boolean checked;

  TaskMarker(boolean checked) {
    this.checked = checked;
  }

  public boolean isChecked() {
    return checked;
  }

  /// The box as a character, for renderers that have no better.
  public String symbol() {
    return checked ? "☑" : "☐";
  }
}
