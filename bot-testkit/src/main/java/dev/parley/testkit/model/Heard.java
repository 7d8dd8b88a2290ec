package dev.parley.testkit.model;

import dev.parley.model.Media;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelStream;
import dev.parley.tool.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// All events of a stream that was read to its end.
public record Heard(List<ModelEvent> events) {
  public Heard {
    events = List.copyOf(events);
  }

  /// Reads a stream to its end and closes it.
  public static Heard of(ModelStream stream) {
    List<ModelEvent> events = new ArrayList<>();
    try (stream) {
      stream.forEachRemaining(events::add);
    }
    return new Heard(events);
  }

  public String text() {
    return events.stream()
        .filter(ModelEvent.Text.class::isInstance)
        .map(event -> ((ModelEvent.Text) event).delta())
        .collect(Collectors.joining());
  }

  public List<Media> pictures() {
    return events.stream()
        .filter(ModelEvent.Picture.class::isInstance)
        .map(event -> ((ModelEvent.Picture) event).picture())
        .toList();
  }

  public List<ToolCall> toolCalls() {
    return events.stream()
        .filter(ModelEvent.ToolRequested.class::isInstance)
        .map(event -> ((ModelEvent.ToolRequested) event).call())
        .toList();
  }

  public ModelEvent.Finished finished() {
    return (ModelEvent.Finished) events.getLast();
  }
}
