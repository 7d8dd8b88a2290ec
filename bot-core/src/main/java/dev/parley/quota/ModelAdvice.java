package dev.parley.quota;

import dev.parley.usage.Payer;
import java.util.Optional;

/// Which model answers instead of the one that was chosen.
public interface ModelAdvice {
  /// Never another one.
  ModelAdvice NONE = _ -> Optional.empty();

  /// What to do for somebody now. Blocks shortly.
  Optional<Advice> advice(Payer payer);

  /// To answer with another model.
  ///
  /// @param limit because of which
  /// @param percent of the limit that is spent or held back
  record Advice(String model, AppliedLimit limit, int percent) {}
}
