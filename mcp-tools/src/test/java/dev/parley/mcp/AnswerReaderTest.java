package dev.parley.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.picture.PictureIntake;
import dev.parley.picture.PictureSettings;
import dev.parley.secret.Secret;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.attachment.SomeRecording;
import dev.parley.tool.ToolResult;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a server's tool answers")
class AnswerReaderTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final InMemoryToolFiles files = new InMemoryToolFiles();
  private final AnswerReader reader =
      new AnswerReader(
          "shop",
          List.of(Secret.of("key-of-the-shop")),
          new ForeignMedia(new PictureIntake(PictureSettings.DEFAULTS)));

  private ToolResult read(String result) throws Exception {
    return reader.read(JSON.readTree(result.replace('\'', '"')), "stock", files);
  }

  private ToolResult.Success success(String result) throws Exception {
    return (ToolResult.Success) read(result);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  @DisplayName("is told as a text, with embedded texts and links")
  void texts() throws Exception {
    JsonNode told =
        success(
                """
                {'content':[
                  {'type':'text','text':'One'},
                  {'type':'resource','resource':{'uri':'shop://2','text':'Two'}},
                  {'type':'resource_link','uri':'shop://3','name':'Three','description':'the third'},
                  {'type':'dream'}]}
                """)
            .output();

    assertThat(told.path("text").asText())
        .isEqualTo("One\n\nshop://2:\nTwo\n\nThree: shop://3 (the third)");
    assertThat(told.path("left_out").toString()).contains("does not know");
  }

  @Test
  @DisplayName("is without keys that the server was given, and without what nobody sees")
  void hidden() throws Exception {
    JsonNode told =
        success(
                """
                {'content':[{'type':'text','text':'it is key-of-the-shop\\u200b\\u202e!'}],
                 'structuredContent':{'key':'key-of-the-shop','count':3}}
                """)
            .output();

    assertThat(told.path("text").asText()).isEqualTo("it is [secret]!");
    assertThat(told.at("/data/key").asText()).isEqualTo("[secret]");
    assertThat(told.at("/data/count").asInt()).isEqualTo(3);
  }

  @Test
  @DisplayName("has its data cut where they are too much")
  void cut() throws Exception {
    JsonNode told =
        success("{'structuredContent':{'a':'%s'}}".formatted("x".repeat(40_000))).output();

    assertThat(told.has("data")).isFalse();
    assertThat(told.path("data_cut").asText()).hasSize(30_000);
  }

  @Test
  @DisplayName("has pictures and sound, by what they are, for people")
  void media() throws Exception {
    ToolResult.Success result =
        success(
            """
            {'content':[
              {'type':'audio','data':'%s','mimeType':'audio/x'},
              {'type':'resource','resource':{'uri':'shop://x','blob':'%s'}}]}
            """
                .formatted(base64(SomeRecording.wav(500)), base64(SomePicture.RED.bytes())));

    assertThat(result.files())
        .extracting(file -> file.file().name() + " " + file.file().mediaType())
        .containsExactly("stock-1.wav audio/wav", "stock-2.png image/png");
    assertThat(result.output().path("shown").asText()).isEqualTo("below your answer");
  }

  @Test
  @DisplayName("has no files that are something else, broken or of a call that failed")
  void noMedia() throws Exception {
    ToolResult.Success result =
        success(
            """
            {'content':[
              {'type':'image','data':'%s','mimeType':'image/png'},
              {'type':'image','data':'!','mimeType':'image/png'},
              {'type':'image','data':'%s'}]}
            """
                .formatted(
                    base64("<html><script>x</script>".getBytes(UTF_8)),
                    base64(Arrays.copyOf(SomePicture.RED.bytes(), 40))));
    ToolResult failed =
        read(
            "{'isError':true,'content':[{'type':'image','data':'%s'}]}"
                .formatted(base64(SomePicture.RED.bytes())));

    assertThat(result.files()).isEmpty();
    assertThat(result.output().path("left_out")).hasSize(2);
    assertThat(failed)
        .isEqualTo(new ToolResult.Failure("the MCP server shop says: it failed, and not why"));
    assertThat(files.there()).isEmpty();
    assertThat(files.claimed()).isZero();
  }
}
