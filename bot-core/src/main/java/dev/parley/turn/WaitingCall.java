package dev.parley.turn;

import dev.parley.model.ModelMessage;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolResult;
import java.util.List;
import java.util.stream.Stream;

/// A call that people are asked about with an answer.
public record WaitingCall(ToolCall call, ToolResult.Waiting result) {
  /// Those in the steps of an answer.
  static List<WaitingCall> in(List<ModelMessage> steps) {
    return steps.stream().flatMap(WaitingCall::in).toList();
  }

  private static Stream<WaitingCall> in(ModelMessage step) {
    return step instanceof ModelMessage.FromTools tools
        ? tools.answers().stream()
            .flatMap(
                answered ->
                    answered.result() instanceof ToolResult.Waiting waiting
                        ? Stream.of(new WaitingCall(answered.call(), waiting))
                        : Stream.empty())
        : Stream.empty();
  }
}
