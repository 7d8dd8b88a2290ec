package dev.parley.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.Turn;
import dev.parley.conversation.Utterance;
import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.model.ModelMessage;
import dev.parley.model.RawContent;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolResult;
import dev.parley.usage.TokenUsage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is written to Redis")
class StoredJsonTest {
  @Test
  @DisplayName("A turn with tools and the model's own words comes back as it was")
  void wholeTurn() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ToolCall call = new ToolCall("1", "weather", json.objectNode().put("city", "Kyiv"));
    Turn turn =
        new Turn(
            new MessageId("m1"),
            Instant.parse("2026-11-22T10:00:00.123456789Z"),
            List.of(
                new Utterance(
                    new MessageId("m1"),
                    new Author(new UserId("u1"), "Ada"),
                    "a\n\"b\" \u001f 😀")),
            List.of(
                new ModelMessage.FromUser("hello"),
                new ModelMessage.FromModel(new RawContent("{\"thoughtSignature\":\"x==\"}")),
                new ModelMessage.FromTools(
                    List.of(
                        new ModelMessage.Answered(call, new ToolResult.Success(json.numberNode(7))),
                        new ModelMessage.Answered(call, new ToolResult.Failure("no such city")))),
                new ModelMessage.SaidByModel("7 degrees")),
            "7 degrees",
            "model-1",
            new TokenUsage(1, 2, 3, 4, 5),
            99,
            Optional.empty());

    String written = StoredJson.written(turn);

    assertThat(StoredJson.read(written, Turn.class)).isEqualTo(turn);
    assertThat(written).doesNotContain("\n");
  }

  @Test
  @DisplayName("What a newer version added is passed over, what it left out is empty")
  void otherVersions() {
    String newer = "{\"markdown\":\"hi\",\"tone\":\"NOTICE\",\"mood\":{\"is\":\"good\"}}";

    assertThat(StoredJson.read(newer, Reply.class)).isEqualTo(Reply.notice("hi"));
  }

  @Test
  @DisplayName("An entry that cannot be read does not take the others with it")
  void passesOverTheUnreadable() {
    String good = StoredJson.written(Reply.answer("hi"));

    assertThat(StoredJson.readAll(List.of(good, "{]", "{\"markdown\":\"\"}", good), Reply.class))
        .containsExactly(Reply.answer("hi"), Reply.answer("hi"));
    assertThatThrownBy(() -> StoredJson.read("{]", Reply.class))
        .isInstanceOf(UnreadableEntryException.class);
  }
}
