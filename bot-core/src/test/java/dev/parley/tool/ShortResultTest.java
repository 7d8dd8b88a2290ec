package dev.parley.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.attachment.Attachment;
import dev.parley.message.ReplyFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a tool tells")
class ShortResultTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int ROOM = 1_000;

  private static JsonNode cut(JsonNode output) {
    ToolResult result = ShortResult.of(new ToolResult.Success(output), ROOM);
    assertThat(result).isInstanceOf(ToolResult.Success.class);
    return ((ToolResult.Success) result).output();
  }

  @Test
  @DisplayName("stays as it is where it fits")
  void fits() {
    JsonNode output = JSON.objectNode().put("text", "x".repeat(ROOM - 11));

    assertThat(cut(output)).isSameAs(output);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\"", "\n", "ä", "\u0001", "😀", "a😀"})
  @DisplayName("takes no more room than it may as JSON, whatever its characters, and uses that")
  void takesItsRoom(String characters) {
    JsonNode output = cut(JSON.textNode(characters.repeat(ROOM)));

    assertThat(output.toString().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(ROOM - 20, ROOM);
    assertThat(output.path("beginning").asText()).startsWith(characters).doesNotContain("?");
    assertThat(characters.repeat(ROOM)).startsWith(output.path("beginning").asText());
  }

  @Test
  @DisplayName("is cut between characters, and says how many are missing of how many")
  void saysWhatIsMissing() {
    JsonNode output = cut(JSON.objectNode().put("text", "😀".repeat(ROOM)));

    String beginning = output.path("beginning").asText();
    int whole = "{\"text\":\"\"}".length() + 2 * ROOM;
    assertThat(output.path("cut").asBoolean()).isTrue();
    assertThat(output.path("left_out").asText())
        .isEqualTo("%d of %d characters".formatted(whole - beginning.length(), whole));
    assertThat(beginning).startsWith("{\"text\":\"😀").endsWith("😀");
  }

  @Test
  @DisplayName("keeps its files")
  void keepsFiles() {
    List<ReplyFile> files =
        List.of(new ReplyFile(new Attachment("a.png", "image/png", "ab12", 3), "a picture"));

    ToolResult result =
        ShortResult.of(new ToolResult.Success(JSON.textNode("x".repeat(9_999)), files), ROOM);

    assertThat(((ToolResult.Success) result).files()).isEqualTo(files);
  }

  @Test
  @DisplayName("is short also where it could not do what was asked")
  void reasons() {
    String endless = "no ".repeat(9_999);

    assertThat(ShortResult.of(new ToolResult.Failure(endless), ROOM).toString())
        .hasSizeLessThan(2_100);
    assertThat(ShortResult.of(new ToolResult.Unknown(endless), ROOM).toString())
        .hasSizeLessThan(2_100);
  }

  @Test
  @DisplayName("has less room where many tell something at once, and a turn's time is shared")
  void limits() {
    ToolLimits limits = ToolLimits.DEFAULTS;

    assertThat(limits.resultBytes(4)).isEqualTo(limits.resultBytes());
    assertThat(limits.resultBytes(32) * 32).isEqualTo(limits.resultBytes() * 4);
    assertThat(limits.within(Duration.ofMinutes(5))).isEqualTo(limits);
    assertThat(limits.within(Duration.ofMinutes(1)).timeLimitInAll())
        .isEqualTo(Duration.ofSeconds(48));
  }
}
