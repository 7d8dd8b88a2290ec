package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/// One step of an answer, played in order by the server.
public sealed interface Step {
  /// One event of a stream, with these parts of content.
  record Chunk(List<ObjectNode> parts) implements Step {
    public Chunk {
      parts = List.copyOf(parts);
    }
  }

  /// One event of a stream, with these fields of the candidate beside its content, such as
  /// `groundingMetadata`.
  record Beside(ObjectNode fields) implements Step {}

  /// Nothing happens for this time.
  record Pause(Duration time) implements Step {}

  /// Nothing happens until the gate opens.
  record Await(CountDownLatch gate) implements Step {}

  /// The model ends its answer.
  ///
  /// @param thinking the tokens it thought with
  /// @param cached the tokens found in the cache; empty: as the server counts them
  record Finish(String reason, int thinking, OptionalInt cached) implements Step {}

  /// The question is blocked; no candidate comes.
  record Block(String reason) implements Step {}

  /// An error: the response itself before the first chunk, an event of the stream after it.
  record Fail(ProtocolError error) implements Step {}

  /// Something that is not the protocol at all, such as a proxy's page; only as the first step.
  record Foreign(int status, String contentType, String body) implements Step {}

  /// The response ends as if it were whole, with no finish reason.
  record End() implements Step {}

  /// The connection breaks.
  record BreakOff() implements Step {}

  static Step text(String text) {
    return new Chunk(List.of(Parts.text(text)));
  }

  static Step finish(String reason) {
    return new Finish(reason, 0, OptionalInt.empty());
  }
}
