package dev.parley.knowledge;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// All who will see an answer, by what is true of each of them. Only what every single one may see
/// can be used for it.
///
/// @param each viewer's terms; where many see it, one entry can stand for all of them, with the
///     terms that are true of every one
public record Viewers(List<Set<AudienceTerm>> each) {
  /// More are taken together into one that stands for all.
  public static final int MOST = 100;

  public Viewers {
    each = List.copyOf(each.stream().<Set<AudienceTerm>>map(Set::copyOf).distinct().toList());
    if (each.isEmpty()) {
      throw new IllegalArgumentException("somebody sees every answer");
    }
    if (each.size() > MOST) {
      each = List.of(common(each));
    }
  }

  private static Set<AudienceTerm> common(List<Set<AudienceTerm>> each) {
    Set<AudienceTerm> common = new TreeSet<>(each.getFirst());
    each.forEach(common::retainAll);
    return Set.copyOf(common);
  }

  /// One viewer, or many of whom the same is true.
  public static Viewers alike(Set<AudienceTerm> terms) {
    return new Viewers(List.of(terms));
  }

  /// Whether every one of them may see it.
  public boolean maySee(DocumentAudience audience) {
    return each.stream().allMatch(audience::isFor);
  }
}
