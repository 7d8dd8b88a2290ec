package dev.parley.demo.protocol;

import java.util.List;

/// Who answers behind the protocol: a model's words as steps to be played one after the other.
///
/// Called by many threads at once.
@FunctionalInterface
public interface Responder {
  List<Step> answer(GeminiRequest request);
}
