package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// Who answers behind the protocol: a model's words as steps to be played one after the other.
///
/// Called by many threads at once.
@FunctionalInterface
public interface Responder {
  List<Step> answer(GeminiRequest request);

  /// Hears that a prompt is to be counted.
  ///
  /// @return why it is not; empty: it is
  default Optional<ProtocolError> counting(GeminiRequest request) {
    return Optional.empty();
  }

  /// Hears that vectors of texts are wanted.
  ///
  /// @return why there are none; empty: there are
  default Optional<ProtocolError> embedding(GeminiRequest batch) {
    return Optional.empty();
  }

  /// Has the last word on an answer with vectors.
  default ObjectNode embedded(ObjectNode answer) {
    return answer;
  }
}
