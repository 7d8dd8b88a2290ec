package dev.parley.testkit.model;

import static dev.parley.testkit.model.ModelRequests.asking;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.attachment.AttachmentContent;
import dev.parley.demo.protocol.Parts;
import dev.parley.demo.protocol.Step;
import dev.parley.model.CallBid;
import dev.parley.model.CallMeter;
import dev.parley.model.FinishReason;
import dev.parley.model.Media;
import dev.parley.model.ModelMessage;
import dev.parley.model.RawContent;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.tool.ToolSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A picture that Gemini makes")
@Timeout(60)
class GeminiPicturesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] RED = SomePicture.RED.bytes();

  private final GeminiBench bench = GeminiBench.start();

  @AfterEach
  void stop() {
    bench.close();
  }

  private static Step painted(String mediaType, byte[] bytes) {
    return new Step.Chunk(List.of(Parts.picture(mediaType, bytes)));
  }

  private Heard heard(Step... steps) {
    bench.gemini.next(steps);
    return bench.hear(asking("Paint it red"));
  }

  @Test
  @DisplayName("comes as it was made, between the words around it")
  void comes() {
    Heard heard =
        heard(
            Step.text("Here: "), painted("image/png", RED), Step.text("so."), Step.finish("STOP"));

    assertThat(heard.text()).isEqualTo("Here: so.");
    assertThat(heard.pictures()).containsExactly(SomePicture.made(SomePicture.RED));
  }

  @Test
  @DisplayName("counts as an answer by itself: the model is asked once")
  void alone() {
    Heard heard = heard(painted("image/png", RED), Step.finish("STOP"));

    assertThat(heard.pictures()).hasSize(1);
    assertThat(heard.finished().reason()).isEqualTo(FinishReason.COMPLETE);
    assertThat(bench.gemini.requests()).hasSize(1);
  }

  @Test
  @DisplayName("is a part of the answer where the connection is lost after it")
  void cut() {
    Heard heard = heard(painted("image/png", RED), new Step.BreakOff());

    assertThat(heard.pictures()).hasSize(1);
    assertThat(heard.finished().reason()).isEqualTo(FinishReason.CUT);
  }

  @Test
  @DisplayName("of some megabytes comes whole")
  void large() {
    byte[] large = Arrays.copyOf(RED, 4 << 20);

    Heard heard = heard(painted("image/png", large), Step.finish("STOP"));

    assertThat(heard.pictures().getFirst().content()).isEqualTo(AttachmentContent.of(large));
  }

  @Test
  @DisplayName("is known by its content, whatever type it is said to be of")
  void byContent() {
    Heard heard = heard(painted("image/jpeg", RED), Step.finish("STOP"));

    assertThat(heard.pictures()).extracting(Media::mediaType).containsExactly("image/png");
  }

  @Test
  @DisplayName("is not handed on where it is none, or too large, or only a thought")
  void notHandedOn() {
    ObjectNode thought = Parts.picture("image/png", RED).put("thought", true);
    Heard heard =
        heard(
            Step.text("Look."),
            painted("image/png", "<svg onload='alert(1)'/>".getBytes(UTF_8)),
            painted("image/png", Arrays.copyOf(RED, (15 << 20) + 1)),
            new Step.Chunk(List.of(Parts.signed(thought, "sealed"))),
            Step.finish("STOP"));

    assertThat(heard.pictures()).isEmpty();
    assertThat(heard.finished().content().json()).doesNotContain("inlineData", "svg");
  }

  @Test
  @DisplayName("stands in the history without its bytes, with its signature")
  void withoutBytes() throws Exception {
    Heard heard =
        heard(
            Step.text("Here."),
            new Step.Chunk(List.of(Parts.signed(Parts.picture("image/png", RED), "sealed"))),
            Step.finish("STOP"));

    String json = heard.finished().content().json();
    JsonNode part = JSON.readTree(json).at("/parts/1");
    assertThat(json).doesNotContain(Base64.getEncoder().encodeToString(RED));
    assertThat(part.at("/fileData/fileUri").asText())
        .isEqualTo("sha256:" + SomePicture.RED.sha256());
    assertThat(part.path("thoughtSignature").binaryValue()).asString().isEqualTo("sealed");
  }

  private JsonNode toldAgain(RawContent said, Media... pictures) {
    bench.gemini.next(Step.text("fine"), Step.finish("STOP"));
    bench.hear(
        ModelRequests.of(
            new ModelMessage.FromUser("Paint it red"),
            new ModelMessage.FromModel(said, List.of(pictures)),
            new ModelMessage.FromUser("Now in blue")));
    return bench.gemini.requests().getLast().contents().get(1).path("parts");
  }

  @Test
  @DisplayName("is told back to Gemini with its bytes and its signature")
  void toldBack() throws Exception {
    RawContent said =
        heard(
                Step.text("Here."),
                new Step.Chunk(List.of(Parts.signed(Parts.picture("image/png", RED), "sealed"))),
                Step.finish("STOP"))
            .finished()
            .content();

    JsonNode parts = toldAgain(said, SomePicture.made(SomePicture.RED));

    assertThat(parts).hasSize(2);
    assertThat(parts.at("/1/inlineData/data").binaryValue()).isEqualTo(RED);
    assertThat(parts.at("/1/inlineData/mimeType").asText()).isEqualTo("image/png");
    assertThat(parts.at("/1/thoughtSignature").binaryValue()).asString().isEqualTo("sealed");
    assertThat(parts.at("/1").has("fileData")).isFalse();
  }

  @Test
  @DisplayName("is told of in words where its bytes are not there any more")
  void notVisible() {
    RawContent said = heard(painted("image/png", RED), Step.finish("STOP")).finished().content();

    JsonNode parts = toldAgain(said, SomePicture.made(SomePicture.BLUE));

    assertThat(parts.toString())
        .isEqualTo("[{\"text\":\"[You made a picture here, which you cannot see any more.]\"}]");
  }

  @Test
  @DisplayName("is asked of image models, which take no tools, and of no others")
  void askedFor() {
    ToolSpec clock = new ToolSpec("clock", "Tells the time", JsonNodeFactory.instance.objectNode());
    bench.gemini.next(painted("image/png", RED), Step.finish("STOP"));
    bench.gemini.next(Step.text("fine"), Step.finish("STOP"));

    bench.hear(ModelRequests.withTools(asking("Paint"), clock).withModel("gemini-9-flash-image"));
    bench.hear(ModelRequests.withTools(asking("Tell"), clock));

    JsonNode painting = bench.gemini.requests().getFirst().body();
    JsonNode telling = bench.gemini.requests().getLast().body();
    assertThat(painting.at("/generationConfig/responseModalities"))
        .extracting(JsonNode::asText)
        .containsExactly("TEXT", "IMAGE");
    assertThat(painting.has("tools")).isFalse();
    assertThat(telling.at("/generationConfig").has("responseModalities")).isFalse();
    assertThat(telling.has("tools")).isTrue();
  }

  @Test
  @DisplayName("has the form that is asked for, of image models only")
  void form() {
    bench.gemini.next(painted("image/png", RED), Step.finish("STOP"));
    bench.gemini.next(Step.text("fine"), Step.finish("STOP"));

    bench.hear(
        asking("Paint").withAspectRatio(Optional.of("16:9")).withModel("gemini-9-flash-image"));
    bench.hear(asking("Tell").withAspectRatio(Optional.of("16:9")));

    JsonNode painting = bench.gemini.requests().getFirst().body();
    assertThat(painting.at("/generationConfig/imageConfig/aspectRatio").asText()).isEqualTo("16:9");
    assertThat(bench.gemini.requests().getLast().body().at("/generationConfig").has("imageConfig"))
        .isFalse();
  }

  @Test
  @DisplayName("is asked of image models without the tools that other models called before")
  void withoutCalls() {
    bench.gemini.next(
        new Step.Chunk(
            List.of(
                Parts.text("Let me see."),
                Parts.signed(Parts.functionCall("1", "clock", JSON.createObjectNode()), "sealed"))),
        Step.finish("STOP"));
    Heard called = bench.hear(asking("What time is it?"));
    bench.gemini.next(painted("image/png", RED), Step.finish("STOP"));

    bench.hear(
        ModelRequests.afterTools("What time is it?", called).withModel("gemini-9-flash-image"));

    JsonNode contents = bench.gemini.requests().getLast().body().path("contents");
    assertThat(contents).hasSize(2);
    assertThat(contents.at("/1/parts").toString()).isEqualTo("[{\"text\":\"Let me see.\"}]");
  }

  @Test
  @DisplayName("is asked for once more, silently, where none came of it for no reason")
  void onceMore() {
    bench.gemini.next(Step.finish("NO_IMAGE"));

    Heard heard = heard(painted("image/png", RED), Step.finish("STOP"));

    assertThat(bench.gemini.requests()).hasSize(2);
    assertThat(heard.pictures()).hasSize(1);
  }

  @Test
  @DisplayName("is paid for only where there is room for one, though words would have fitted")
  void bid() {
    List<CallBid> bids = new ArrayList<>();
    GeminiBench metered =
        GeminiBench.start(
            bid -> {
              bids.add(bid);
              return CallMeter.FREE.begin(bid);
            });
    metered.gemini.next(painted("image/png", RED), Step.finish("STOP"));
    metered.gemini.next(Step.text("fine"), Step.finish("STOP"));

    metered.hear(asking("Paint").withModel("gemini-9-flash-image"));
    metered.hear(asking("Tell"));
    metered.close();

    assertThat(bids).extracting(CallBid::leastOutputTokens).containsExactly(2_048, 1_024);
  }
}
