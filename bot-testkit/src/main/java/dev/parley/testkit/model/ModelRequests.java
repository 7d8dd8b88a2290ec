package dev.parley.testkit.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSpec;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Requests as tests need them.
public final class ModelRequests {
  public static final String MODEL = "gemini-3.8-flash";

  private static final Booking BOOKING =
      new Booking(
          new Payer(
              new TenantId(new PlatformName("web"), "T1"), "C1", new UserId("U1"), "Ada", Set.of()),
          Purpose.ANSWER,
          Optional.empty());

  private ModelRequests() {}

  /// A request of one question, with plenty of time.
  public static ModelRequest asking(String question) {
    return of(new ModelMessage.FromUser(question));
  }

  public static ModelRequest of(ModelMessage... messages) {
    return new ModelRequest(
        BOOKING,
        MODEL,
        true,
        "You are a test.",
        List.of(),
        List.of(messages),
        1_000,
        Duration.ofSeconds(30));
  }

  /// The next round of a turn: the question, what the model said to it, and a result for each of
  /// its tool calls.
  public static ModelRequest afterTools(String question, Heard round) {
    ToolResult fine = new ToolResult.Success(JsonNodeFactory.instance.textNode("fine"));
    return bound(
        of(
            new ModelMessage.FromUser(question),
            new ModelMessage.FromModel(round.finished().content()),
            new ModelMessage.FromTools(
                round.toolCalls().stream()
                    .map(call -> new ModelMessage.Answered(call, fine))
                    .toList())));
  }

  /// The same request, which no other model may answer.
  public static ModelRequest bound(ModelRequest request) {
    return new ModelRequest(
            request.booking(),
            request.model(),
            false,
            request.system(),
            request.tools(),
            request.messages(),
            request.mostOutputTokens(),
            request.timeLimit())
        .withOwnTools(request.ownTools());
  }

  public static ModelRequest withTools(ModelRequest request, ToolSpec... tools) {
    return new ModelRequest(
            request.booking(),
            request.model(),
            request.mayFallBack(),
            request.system(),
            List.of(tools),
            request.messages(),
            request.mostOutputTokens(),
            request.timeLimit())
        .withOwnTools(request.ownTools());
  }
}
