package dev.parley.knowledge;

import dev.parley.knowledge.PassageIndex.Wanted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which of the passages that were found are shown: none twice, and of one document few while there
/// are others.
final class Choice {
  /// How much of what is shown one document may be: four of ten.
  private static final double MOST_OF_ONE = 0.4;

  private final int most;
  private final int mostOfOne;

  Choice(Wanted wanted) {
    this.most = wanted.most();
    this.mostOfOne =
        wanted.only().size() == 1 ? most : Math.max(1, (int) Math.ceil(most * MOST_OF_ONE));
  }

  /// The best, the best first.
  List<FoundPassage> of(List<FoundPassage> found) {
    List<FoundPassage> different = different(found);
    Set<FoundPassage> chosen = new HashSet<>();
    Map<DocumentId, Integer> taken = new HashMap<>();
    for (FoundPassage passage : different) {
      DocumentId document = passage.document().id();
      if (chosen.size() < most && taken.getOrDefault(document, 0) < mostOfOne) {
        chosen.add(passage);
        taken.merge(document, 1, Integer::sum);
      }
    }
    // where there are no others
    different.stream()
        .filter(passage -> !chosen.contains(passage))
        .limit(most - chosen.size())
        .toList()
        .forEach(chosen::add);
    return different.stream().filter(chosen::contains).toList();
  }

  private static List<FoundPassage> different(List<FoundPassage> found) {
    Set<String> seen = new HashSet<>();
    return found.stream().filter(passage -> seen.add(passage.passage().hash())).toList();
  }
}
