package dev.parley.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.conversation.Turn;
import dev.parley.conversation.Utterance;
import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.model.Media;
import dev.parley.model.ModelMessage;
import dev.parley.model.RawContent;
import dev.parley.platform.RoomPost;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolResult;
import dev.parley.usage.TokenUsage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                        new ModelMessage.Answered(call, new ToolResult.Failure("no such city")),
                        new ModelMessage.Answered(call, new ToolResult.Unknown("it hung")))),
                new ModelMessage.SaidByModel("7 degrees")),
            "7 degrees",
            List.of(new Attachment("picture-1.png", "image/png", "ab12", 3)),
            "model-1",
            new TokenUsage(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
            99,
            Optional.empty());

    String written = StoredJson.written(turn);

    assertThat(StoredJson.read(written, Turn.class)).isEqualTo(turn);
    assertThat(written).doesNotContain("\n");
  }

  @Test
  @DisplayName("What the model said is written without the bytes of its pictures")
  void noBytes() {
    Media picture = new Media("image/png", AttachmentContent.of(new byte[] {1, 2, 3}));
    ModelMessage said = new ModelMessage.FromModel(new RawContent("{}"), List.of(picture));

    String written = StoredJson.written(said);

    assertThat(written).isEqualTo("{\"is\":\"model\",\"content\":\"{}\"}");
    assertThat(StoredJson.read(written, ModelMessage.class))
        .isEqualTo(new ModelMessage.FromModel(new RawContent("{}")));
  }

  @Test
  @DisplayName("Turns, replies and posts of a version without pictures have none")
  void olderVersions() {
    Author ada = new Author(new UserId("u1"), "Ada");
    Turn turn =
        new Turn(
            new MessageId("m1"),
            Instant.EPOCH,
            List.of(new Utterance(new MessageId("m1"), ada, "hi")),
            List.of(),
            "hello",
            List.of(),
            "model-1",
            TokenUsage.NONE,
            2,
            Optional.empty());
    RoomPost post =
        new RoomPost(
            "p1", Instant.EPOCH, ada, "hi", Reply.Tone.ANSWER, Optional.empty(), Optional.empty());

    String olderTurn = StoredJson.written(turn).replace(",\"pictures\":[]", "");
    String olderPost =
        StoredJson.written(post)
            .replace(",\"files\":[]", "")
            .replace(",\"actions\":[]", "")
            .replace(",\"steps\":[]", "");

    assertThat(olderTurn).doesNotContain("pictures");
    assertThat(StoredJson.read(olderTurn, Turn.class)).isEqualTo(turn);
    assertThat(olderPost).doesNotContain("files", "actions", "steps");
    assertThat(StoredJson.read(olderPost, RoomPost.class)).isEqualTo(post);
    assertThat(StoredJson.read("{\"markdown\":\"hi\",\"tone\":\"ANSWER\"}", Reply.class))
        .isEqualTo(Reply.answer("hi"));
  }

  @Test
  @DisplayName(
      "What a call took, as an older version counted it, has no sound, pictures or searches")
  void olderUsage() {
    String older = "{\"prompt\":1,\"cached\":2,\"output\":3,\"thinking\":4,\"toolUse\":5}";

    assertThat(StoredJson.read(older, TokenUsage.class)).isEqualTo(new TokenUsage(1, 2, 3, 4, 5));
  }

  @Test
  @DisplayName("Buttons of a reply and groups of an author come back; older versions have none")
  void buttonsAndGroups() {
    Reply reply =
        Reply.notice("Enough.")
            .withActions(
                List.of(new ReplyAction("Ask", "/quota request 1", ReplyAction.Style.PRIMARY)));
    InboundMessage message =
        new InboundMessage(
            new MessageId("m1"),
            new Place(
                new TenantId(new PlatformName("web"), "local"), "general", Optional.empty(), false),
            new Author(new UserId("u1"), "Ada"),
            Addressing.MENTION,
            "hi",
            Instant.EPOCH,
            "general");
    String written = StoredJson.written(message.withGroups(Set.of("G1")));

    assertThat(StoredJson.read(StoredJson.written(reply), Reply.class)).isEqualTo(reply);
    assertThat(StoredJson.read(written, InboundMessage.class).groups()).containsExactly("G1");
    assertThat(StoredJson.read(written.replace(",\"groups\":[\"G1\"]", ""), InboundMessage.class))
        .isEqualTo(message);
  }

  @Test
  @DisplayName("What a newer version added is passed over, what it left out is empty")
  void otherVersions() {
    String newer = "{\"markdown\":\"hi\",\"tone\":\"NOTICE\",\"mood\":{\"is\":\"good\"}}";

    assertThat(StoredJson.read(newer, Reply.class)).isEqualTo(Reply.notice("hi"));
  }

  @Test
  @DisplayName("A message tells whether its answer is for its author alone; an old one is not")
  void whoSeesAnAnswer() {
    InboundMessage open =
        new InboundMessage(
            new MessageId("m1"),
            new Place(new TenantId(new PlatformName("web"), "t"), "lobby", Optional.empty(), false),
            new Author(new UserId("u1"), "Ada"),
            Addressing.MENTION,
            "hi",
            Instant.EPOCH,
            "lobby");
    String whispered = StoredJson.written(open.answeredInPrivate());
    String old = whispered.replace(",\"forAskerAlone\":true", "");

    assertThat(old).isNotEqualTo(whispered);
    assertThat(StoredJson.read(whispered, InboundMessage.class).forAskerAlone()).isTrue();
    assertThat(StoredJson.read(old, InboundMessage.class)).isEqualTo(open);
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
