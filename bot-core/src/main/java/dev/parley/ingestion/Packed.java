package dev.parley.ingestion;

import dev.parley.knowledge.Passage;
import java.util.ArrayList;
import java.util.List;

/// A part of a section that becomes a passage.
record Packed(Section section, Block block) {
  /// Of its text and headings.
  String hash() {
    List<String> hashed = new ArrayList<>(section.headings());
    hashed.add(block.text());
    return Fingerprint.of(hashed);
  }

  Passage passage(int position) {
    return new Passage(
        position, block.text(), section.headings(), block.page(), section.anchor(), hash());
  }
}
