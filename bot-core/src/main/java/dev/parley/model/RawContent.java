package dev.parley.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// What a model said, in its provider's own JSON, so that nothing the provider wants back (such as
/// thought signatures) is lost.
public record RawContent(@JsonValue String json) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RawContent {}
}
