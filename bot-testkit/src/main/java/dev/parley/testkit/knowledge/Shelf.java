package dev.parley.testkit.knowledge;

import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.KnowledgeStore.Use;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a tenant has in memory.
///
/// @param changes the number of the last change of each document, also of removed ones
record Shelf(
    Map<DocumentId, Document> documents,
    Map<DocumentId, List<EmbeddedPassage>> passages,
    Map<DocumentId, Use> uses,
    Map<DocumentId, Long> changes) {
  Shelf() {
    this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new LinkedHashMap<>());
  }

  long last() {
    return changes.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
