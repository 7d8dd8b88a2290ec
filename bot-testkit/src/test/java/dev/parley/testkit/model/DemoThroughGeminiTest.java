package dev.parley.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.DemoPace;
import dev.parley.demo.DemoResponder;
import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.gemini.GeminiLanguageModel;
import dev.parley.gemini.GeminiSettings;
import dev.parley.model.CallMeter;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelMessage;
import dev.parley.secret.Secret;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSpec;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Without a key, the demo model answers by Gemini's own way:")
@Timeout(60)
class DemoThroughGeminiTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final GeminiProtocolServer demo =
      GeminiProtocolServer.start(new DemoResponder(DemoPace.immediate()));
  private final GeminiLanguageModel model =
      GeminiLanguageModel.open(
          GeminiSettings.of(Secret.of("no-key-needed")).withBaseUrl(demo.uri()), CallMeter.FREE);

  @AfterEach
  void stop() {
    model.close();
    demo.close();
  }

  private static ToolSpec weather() {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema.putObject("properties").putObject("city").put("type", "string");
    schema.putArray("required").add("city");
    return new ToolSpec("weather", "Tells the weather of a city", schema);
  }

  @Test
  @DisplayName("it asks for a tool, and words what the tool found")
  void usesTools() {
    ModelMessage question = new ModelMessage.FromUser("Ann: What is the weather in Paris?");

    Heard first =
        Heard.of(model.stream(ModelRequests.withTools(ModelRequests.of(question), weather())));
    ToolCall call = first.toolCalls().getFirst();
    ToolResult found = new ToolResult.Success(JSON.objectNode().put("sky", "clear"));
    Heard second =
        Heard.of(
            model.stream(
                ModelRequests.withTools(
                    ModelRequests.of(
                        question,
                        new ModelMessage.FromModel(first.finished().content()),
                        new ModelMessage.FromTools(
                            List.of(new ModelMessage.Answered(call, found)))),
                    weather())));

    assertThat(call.arguments()).hasToString("{\"city\":\"Paris\"}");
    assertThat(second.text()).contains("**sky**: clear", "GEMINI_API_KEY");
    assertThat(second.finished().reason()).isEqualTo(FinishReason.COMPLETE);
  }

  @Test
  @DisplayName("it paints, and paints over its picture where it is shown it again")
  void paints() {
    ModelMessage question = new ModelMessage.FromUser("Draw a red circle");
    Heard first = Heard.of(model.stream(ModelRequests.of(question)));

    Heard second =
        Heard.of(
            model.stream(
                ModelRequests.of(
                    question,
                    new ModelMessage.FromModel(first.finished().content(), first.pictures()),
                    new ModelMessage.FromUser("now in blue"))));
    Heard blind =
        Heard.of(
            model.stream(
                ModelRequests.of(
                    question,
                    new ModelMessage.FromModel(first.finished().content()),
                    new ModelMessage.FromUser("now in blue"))));

    assertThat(first.pictures()).hasSize(1);
    assertThat(second.pictures()).hasSize(1).doesNotContainAnyElementsOf(first.pictures());
    assertThat(blind.pictures()).isEmpty();
  }

  @Test
  @DisplayName("it knows what was said, and counts its tokens")
  void knowsTheConversation() {
    Heard first = Heard.of(model.stream(ModelRequests.asking("My name is Zoe")));

    Heard second =
        Heard.of(
            model.stream(
                ModelRequests.of(
                    new ModelMessage.FromUser("My name is Zoe"),
                    new ModelMessage.FromModel(first.finished().content()),
                    new ModelMessage.FromUser("What is my name?"))));

    assertThat(second.text()).contains("**Zoe**");
    assertThat(second.finished().usage().prompt()).isGreaterThan(first.finished().usage().prompt());
  }
}
