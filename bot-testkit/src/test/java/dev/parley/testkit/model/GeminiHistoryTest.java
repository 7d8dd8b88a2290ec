package dev.parley.testkit.model;

import static dev.parley.testkit.model.ModelRequests.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.Parts;
import dev.parley.demo.protocol.Step;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRejectedException;
import dev.parley.model.ModelRequest;
import dev.parley.model.RawContent;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSpec;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What Gemini is told of the past")
@Timeout(60)
class GeminiHistoryTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectNode NO_ARGUMENTS = JsonNodeFactory.instance.objectNode();

  private final GeminiBench bench = GeminiBench.start();

  @AfterEach
  void stop() {
    bench.close();
  }

  private static Step[] fine() {
    return new Step[] {Step.text("fine"), Step.finish("STOP")};
  }

  private ModelEvent.Finished callingTwice() {
    bench.gemini.next(
        Step.text("Let me "),
        Step.text("look."),
        new Step.Chunk(
            List.of(
                Parts.signed(Parts.functionCall("weather", NO_ARGUMENTS), "sealed"),
                Parts.functionCall("clock", NO_ARGUMENTS))),
        Step.finish("STOP"));
    return bench.hear(asking("Well?")).finished();
  }

  private static ModelRequest continued(RawContent said, ToolCall... calls) {
    List<ModelMessage.Answered> answers =
        List.of(calls).stream()
            .map(
                call ->
                    new ModelMessage.Answered(
                        call, new ToolResult.Success(JsonNodeFactory.instance.numberNode(21))))
            .toList();
    return ModelRequests.bound(
        ModelRequests.of(
            new ModelMessage.FromUser("Well?"),
            new ModelMessage.FromModel(said),
            new ModelMessage.FromTools(answers)));
  }

  private static ToolCall call(String id, String name) {
    return new ToolCall(id, name, NO_ARGUMENTS);
  }

  @Test
  @DisplayName("holds the model's own words whole: text joined, calls with ids and signature")
  void keepsContent() throws Exception {
    JsonNode content = JSON.readTree(callingTwice().content().json());

    assertThat(content.at("/role").asText()).isEqualTo("model");
    assertThat(content.at("/parts")).hasSize(3);
    assertThat(content.at("/parts/0/text").asText()).isEqualTo("Let me look.");
    assertThat(content.at("/parts/1/functionCall/id").asText()).isEqualTo("call-1");
    assertThat(content.at("/parts/1/thoughtSignature").binaryValue())
        .asString()
        .isEqualTo("sealed");
    assertThat(content.at("/parts/2/functionCall/id").asText()).isEqualTo("call-2");
    assertThat(content.at("/parts/2").has("thoughtSignature")).isFalse();
  }

  @Test
  @DisplayName("never joins a signed text with its neighbours, and keeps a signature without text")
  void keepsSignedText() throws Exception {
    bench.gemini.next(
        Step.text("one "),
        new Step.Chunk(List.of(Parts.signed(Parts.text("two "), "first"))),
        Step.text("three "),
        Step.text("four"),
        new Step.Chunk(List.of(Parts.signed(Parts.text(""), "last"))),
        Step.finish("STOP"));

    Heard heard = bench.hear(asking("Count"));
    JsonNode parts = JSON.readTree(heard.finished().content().json()).path("parts");

    assertThat(heard.text()).isEqualTo("one two three four");
    assertThat(parts.findValuesAsText("text")).containsExactly("one ", "two ", "three four", "");
    assertThat(parts.path(3).has("thoughtSignature")).isTrue();
  }

  @Test
  @DisplayName("leaves out parts of a kind that is not known yet, and keeps those around them")
  void unknownParts() throws Exception {
    ObjectNode unknown = JSON.createObjectNode();
    unknown.putObject("hologram").put("depth", 3);
    bench.gemini.next(
        Step.text("Here it is."),
        new Step.Chunk(List.of(unknown)),
        new Step.Chunk(List.of(Parts.signed(Parts.functionCall("clock", NO_ARGUMENTS), "sealed"))),
        Step.finish("STOP"));

    Heard heard = bench.hear(asking("Show it"));

    JsonNode parts = JSON.readTree(heard.finished().content().json()).path("parts");
    assertThat(parts).hasSize(2).noneMatch(JsonNode::isEmpty);
  }

  @Test
  @DisplayName("is accepted with its signatures, and refused by Gemini without them")
  void needsSignatures() {
    RawContent said = callingTwice().content();
    RawContent stripped =
        new RawContent(said.json().replaceAll(",?\"thoughtSignature\":\"[^\"]*\"", ""));
    ToolCall[] calls = {call("call-1", "weather"), call("call-2", "clock")};
    bench.gemini.next(fine());

    Heard heard = bench.hear(continued(said, calls));

    assertThat(heard.text()).isEqualTo("fine");
    assertThatThrownBy(() -> bench.hear(continued(stripped, calls)))
        .isInstanceOf(ModelRejectedException.class)
        .hasMessageContaining("thought_signature");
  }

  @Test
  @DisplayName("has all results of a round in one content, in the order of the calls")
  void answersInOrder() {
    RawContent said = callingTwice().content();
    bench.gemini.next(fine());

    bench.hear(continued(said, call("call-1", "weather"), call("call-2", "clock")));

    JsonNode results = bench.gemini.requests().getLast().contents().get(2);
    assertThat(results.path("role").asText()).isEqualTo("user");
    assertThat(results.findValuesAsText("id")).containsExactly("call-1", "call-2");
    assertThat(results.findValuesAsText("name")).containsExactly("weather", "clock");
    assertThat(results.at("/parts/0/functionResponse/response/output").asInt()).isEqualTo(21);
  }

  @Test
  @DisplayName("says of a call of which nobody knows whether it ran that it may have run")
  void tellsUnknownOutcomes() {
    RawContent said = callingTwice().content();
    ToolResult.Unknown unknown = new ToolResult.Unknown("it hung");
    bench.gemini.next(fine());

    bench.hear(
        ModelRequests.bound(
            ModelRequests.of(
                new ModelMessage.FromUser("Well?"),
                new ModelMessage.FromModel(said),
                new ModelMessage.FromTools(
                    List.of(
                        new ModelMessage.Answered(call("call-1", "weather"), unknown),
                        new ModelMessage.Answered(call("call-2", "clock"), unknown))))));

    JsonNode results = bench.gemini.requests().getLast().contents().get(2);
    assertThat(results.at("/parts/0/functionResponse/response/error").asText())
        .contains("it hung", "may have run", "do not call it again by yourself");
  }

  @Test
  @DisplayName("numbers the calls of a later round on, so that no id comes twice in a turn")
  void numbersOn() {
    RawContent said = callingTwice().content();
    bench.gemini.next(
        new Step.Chunk(List.of(Parts.signed(Parts.functionCall("clock", NO_ARGUMENTS), "again"))),
        Step.finish("STOP"));

    Heard heard = bench.hear(continued(said, call("call-1", "weather"), call("call-2", "clock")));

    assertThat(heard.toolCalls()).extracting(ToolCall::id).containsExactly("call-3");
  }

  @Test
  @DisplayName("includes a failure of a tool as an error, and foreign answers as plain text")
  void toldOtherwise() {
    bench.gemini.next(fine());
    RawContent said =
        new RawContent(
            "{\"role\":\"model\",\"parts\":[{\"thoughtSignature\":\"c2ln\",\"functionCall\":"
                + "{\"id\":\"x\",\"name\":\"weather\",\"args\":{}}}]}");

    bench.hear(
        ModelRequests.of(
            new ModelMessage.FromUser("Hi"),
            new ModelMessage.SaidByModel("Hello, I was stopped"),
            new ModelMessage.FromUser("Weather?"),
            new ModelMessage.FromModel(said),
            new ModelMessage.FromTools(
                List.of(
                    new ModelMessage.Answered(
                        call("x", "weather"), new ToolResult.Failure("no such city"))))));

    GeminiRequest request = bench.gemini.requests().getLast();
    assertThat(request.contents().get(1).toString())
        .isEqualTo("{\"parts\":[{\"text\":\"Hello, I was stopped\"}],\"role\":\"model\"}");
    assertThat(request.contents().get(4).findValuesAsText("error")).containsExactly("no such city");
  }

  @Test
  @DisplayName("begins the same each time, tools sorted, so that its beginning is cached")
  void beginsTheSame() {
    ToolSpec clock = new ToolSpec("clock", "Tells the time", NO_ARGUMENTS);
    ToolSpec weather = new ToolSpec("weather", "Tells the weather", NO_ARGUMENTS);
    bench.gemini.next(fine());
    bench.gemini.next(fine());
    String longText = "All work and no play. ".repeat(400);
    ModelRequest first = asking(longText);
    ModelEvent.Finished before =
        bench.hear(ModelRequests.withTools(first, weather, clock)).finished();

    ModelEvent.Finished after =
        bench
            .hear(
                ModelRequests.withTools(
                    ModelRequests.of(
                        new ModelMessage.FromUser(longText),
                        new ModelMessage.FromModel(before.content()),
                        new ModelMessage.FromUser("And then?")),
                    clock,
                    weather))
            .finished();

    assertThat(before.usage().cached()).isZero();
    assertThat(after.usage().cached()).isGreaterThanOrEqualTo(before.usage().prompt());
    assertThat(bench.gemini.requests().getLast().functions())
        .extracting(function -> function.path("name").asText())
        .containsExactly("clock", "weather");
  }
}
