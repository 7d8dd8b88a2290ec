package dev.parley.httptool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be filled into the gaps of templates: the arguments of a call, and what its steps found
/// so far.
///
/// @param all by the name of the argument or step
record Values(Map<String, JsonNode> all) {
  Values {
    all = Map.copyOf(all);
  }

  Values with(String name, JsonNode value) {
    Map<String, JsonNode> more = new HashMap<>(all);
    more.put(name, value);
    return new Values(more);
  }

  /// The value at a path of names; empty where there is none.
  Optional<JsonNode> find(List<String> path) {
    Optional<JsonNode> found = Optional.ofNullable(all.get(path.getFirst()));
    for (String name : path.subList(1, path.size())) {
      found = found.map(value -> value.path(name));
    }
    return found.filter(value -> !value.isMissingNode() && !value.isNull());
  }
}
