package dev.parley.ingestion;

import java.util.List;
import java.util.Optional;

/// What stands below one heading, up to the next.
///
/// @param headings that it stands below, the highest first
/// @param anchor of its own heading
record Section(List<String> headings, Optional<String> anchor, List<Block> blocks) {
  Section {
    headings = List.copyOf(headings);
    blocks = List.copyOf(blocks);
  }

  /// What has no headings.
  static Section of(List<Block> blocks) {
    return new Section(List.of(), Optional.empty(), blocks);
  }
}
