package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One method of the Web API.
@FunctionalInterface
interface ApiMethod {
  /// The fields of the answer, besides `ok`; throws [SlackRefusedException].
  ObjectNode answer(ApiCall call);
}
