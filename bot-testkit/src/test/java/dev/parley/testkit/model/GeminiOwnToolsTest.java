package dev.parley.testkit.model;

import static dev.parley.testkit.model.ModelRequests.asking;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.Parts;
import dev.parley.demo.protocol.Step;
import dev.parley.gemini.OwnTools;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.model.RawContent;
import dev.parley.tool.ToolSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Gemini's own tools")
@Timeout(60)
class GeminiOwnToolsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ToolSpec CLOCK =
      new ToolSpec("clock", "Tells the time", JsonNodeFactory.instance.objectNode());
  private static final OwnTools ALL = new OwnTools(true, true, true, 5);

  private GeminiBench bench = GeminiBench.start(new GeminiBench.Settings().using(ALL));

  @AfterEach
  void stop() {
    bench.close();
  }

  private static ModelRequest searching(String model) {
    return asking("Rain?").withModel(model).withOwnTools(true);
  }

  private static ModelRequest withClock(ModelRequest request) {
    return ModelRequests.withTools(request, CLOCK);
  }

  /// The body that Gemini is sent.
  private JsonNode sent(ModelRequest request) {
    bench.gemini.next(Step.text("fine"), Step.finish("STOP"));
    bench.hear(request);
    return bench.gemini.requests().getLast().body();
  }

  private static List<String> kinds(JsonNode body) {
    return body.path("tools").valueStream().map(tool -> tool.fieldNames().next()).toList();
  }

  private static boolean tellsCalls(JsonNode body) {
    return body.at("/toolConfig/includeServerSideToolInvocations").asBoolean();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gemini-3.8-flash",
        "gemini-4-argon",
        "gemini-3-flash-preview",
        "gemini-flash-latest"
      })
  @DisplayName("go beside the bot's tools from Gemini 3 on, and their calls are told")
  void together(String model) {
    JsonNode body = sent(withClock(searching(model)));

    assertThat(kinds(body))
        .containsExactly("functionDeclarations", "googleSearch", "urlContext", "codeExecution");
    assertThat(tellsCalls(body)).isTrue();
  }

  @Test
  @DisplayName("give way to the bot's where an older model takes only the ones or the others")
  void olderModels() {
    JsonNode mixed = sent(withClock(searching("gemini-2.5-flash-lite")));
    JsonNode alone = sent(searching("gemini-2.5-flash-lite"));

    assertThat(kinds(mixed)).containsExactly("functionDeclarations");
    assertThat(kinds(alone)).containsExactly("googleSearch", "urlContext", "codeExecution");
    assertThat(tellsCalls(mixed)).isFalse();
    assertThat(tellsCalls(alone)).isFalse();
  }

  @Test
  @DisplayName("are not there for what is no question in a conversation, and for pictures")
  void elsewhere() {
    JsonNode summary = sent(asking("Sum it up"));
    JsonNode picture = sent(withClock(searching("gemini-3.1-flash-image")));

    assertThat(summary.has("tools")).isFalse();
    assertThat(summary.has("toolConfig")).isFalse();
    assertThat(picture.has("tools")).isFalse();
    assertThat(picture.has("toolConfig")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "true,false,false,googleSearch",
    "false,true,false,urlContext",
    "false,false,true,codeExecution"
  })
  @DisplayName("are set on one by one")
  void oneByOne(boolean search, boolean pages, boolean code, String kind) {
    bench.close();
    bench =
        GeminiBench.start(new GeminiBench.Settings().using(new OwnTools(search, pages, code, 5)));

    assertThat(kinds(sent(searching("gemini-3.8-flash")))).containsExactly(kind);
  }

  @Test
  @DisplayName("are off by themselves")
  void off() {
    bench.close();
    bench = GeminiBench.start();

    JsonNode body = sent(withClock(searching("gemini-3.8-flash")));

    assertThat(kinds(body)).containsExactly("functionDeclarations");
    assertThat(body.has("toolConfig")).isFalse();
  }

  private static ObjectNode part(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Heard usingAll() {
    bench.gemini.next(
        new Step.Chunk(
            List.of(
                Parts.signed(
                    part(
                        "{\"toolCall\":{\"id\":\"s1\",\"toolType\":\"GOOGLE_SEARCH_WEB\","
                            + "\"args\":{\"queries\":[\"rain\"]}}}"),
                    "sealed"))),
        new Step.Chunk(
            List.of(
                part(
                    "{\"toolResponse\":{\"id\":\"s1\",\"toolType\":\"GOOGLE_SEARCH_WEB\","
                        + "\"response\":{\"search_suggestions\":\"x\"}}}"))),
        new Step.Chunk(
            List.of(part("{\"executableCode\":{\"language\":\"PYTHON\",\"code\":\"1+1\"}}"))),
        new Step.Chunk(
            List.of(
                part("{\"codeExecutionResult\":{\"outcome\":\"OUTCOME_OK\",\"output\":\"2\"}}"))),
        Step.text("It is "),
        Step.text("2."),
        new Step.Chunk(
            List.of(
                Parts.signed(
                    Parts.functionCall("c1", "clock", JsonNodeFactory.instance.objectNode()),
                    "sealed too"))),
        Step.finish("STOP"));
    return bench.hear(withClock(searching("gemini-3.8-flash")));
  }

  private static ModelRequest after(Heard round, String model) {
    return withClock(ModelRequests.afterTools("Rain?", round).withModel(model)).withOwnTools(true);
  }

  private List<String> givenBack(ModelRequest request) {
    return sent(request)
        .path("contents")
        .path(1)
        .path("parts")
        .valueStream()
        .map(JsonNode::toString)
        .toList();
  }

  @Test
  @DisplayName(
      "have what they were asked and found given back as it was, signatures in their places")
  void givenBackWhole() {
    Heard round = usingAll();

    List<String> parts = givenBack(after(round, "gemini-3.8-flash"));

    assertThat(parts)
        .satisfiesExactly(
            call -> assertThat(call).contains("toolCall", "\"rain\"", "thoughtSignature"),
            response ->
                assertThat(response)
                    .contains("toolResponse", "search_suggestions")
                    .doesNotContain("thoughtSignature"),
            code -> assertThat(code).contains("executableCode", "1+1"),
            result -> assertThat(result).contains("codeExecutionResult"),
            text -> assertThat(text).contains("\"It is 2.\"").doesNotContain("thoughtSignature"),
            function -> assertThat(function).contains("functionCall", "thoughtSignature"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gemini-2.5-flash-lite", "gemini-3.1-flash-image"})
  @DisplayName("are not mentioned to a model that has none of them")
  void otherModel(String model) {
    Heard round = usingAll();

    List<String> parts = givenBack(after(round, model));

    assertThat(parts.toString())
        .contains("It is 2.")
        .doesNotContain("toolCall", "toolResponse", "executableCode", "codeExecutionResult");
  }

  @Test
  @DisplayName("are not mentioned any more where they were all that an answer had")
  void nothingElse() {
    RawContent onlyCode =
        new RawContent(
            "{\"role\":\"model\",\"parts\":[{\"executableCode\":{\"code\":\"1\",\"language\":\"PYTHON\"}}]}");

    JsonNode body =
        sent(
            ModelRequests.of(
                new ModelMessage.FromUser("Hi"),
                new ModelMessage.FromModel(onlyCode),
                new ModelMessage.FromUser("And now?")));

    assertThat(body.path("contents")).hasSize(2);
  }

  @Test
  @DisplayName("tell what an answer rests on before its end, and nothing where they were not used")
  void sources() {
    Heard without = usingAll();
    bench.gemini.next(Step.text("fine"), Step.finish("STOP"));
    Heard plain = bench.hear(searching("gemini-3.8-flash"));

    assertThat(without.events().get(without.events().size() - 2))
        .isInstanceOfSatisfying(
            ModelEvent.Cited.class,
            cited -> assertThat(cited.sources().searches()).containsExactly("rain"));
    assertThat(plain.events()).noneMatch(ModelEvent.Cited.class::isInstance);
  }
}
