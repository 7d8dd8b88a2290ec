package dev.parley.ingestion;

import dev.parley.knowledge.Passage;
import java.util.List;

/// A document in passages.
///
/// @param title on one line
/// @param passages in their order; empty where it says nothing
public record SplitText(String title, List<Passage> passages) {
  public SplitText {
    passages = List.copyOf(passages);
  }
}
