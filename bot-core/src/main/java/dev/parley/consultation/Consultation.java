package dev.parley.consultation;

import dev.parley.knowledge.KnowledgeSettings.WhenNothingFits;
import java.util.List;

/// What documents have to say to one question.
public sealed interface Consultation {
  /// Where there are no documents: everything is as if nobody had ever heard of any.
  static Consultation none() {
    return new NoDocuments();
  }

  /// There are none at all.
  record NoDocuments() implements Consultation {}

  /// Nothing was asked that could be searched for: a greeting, or thanks.
  record NothingAsked() implements Consultation {}

  /// These passages have to do with it, the best first.
  ///
  /// @param mode what becomes of questions to which documents have no answer
  record Given(List<QuotedPassage> all, WhenNothingFits mode) implements Consultation {
    public Given {
      all = List.copyOf(all);
      if (all.isEmpty()) {
        throw new IllegalArgumentException("nothing is given");
      }
    }
  }

  /// None has to do with it.
  ///
  /// @param mode what becomes of it
  record NothingFits(WhenNothingFits mode) implements Consultation {}

  /// They could not be searched.
  ///
  /// @param mode what becomes of questions to which documents have no answer
  record OutOfReach(WhenNothingFits mode) implements Consultation {}

  /// What was given; often nothing.
  default List<QuotedPassage> passages() {
    return this instanceof Given given ? given.all() : List.of();
  }
}
