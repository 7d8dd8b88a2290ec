package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.MessageId;
import dev.parley.message.InboundMessage;
import dev.parley.message.Wish;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backing.class)
@DisplayName("A model that searches its conversation")
@Timeout(60)
class ConversationSearchTest extends RecallScene {
  private static final String SEARCH = "search_conversation";

  @Parameter Backing backing;

  @BeforeEach
  void open() {
    open(backing);
  }

  private final List<String> ids = new ArrayList<>();

  private void said(String who, String text, String answer) {
    String id = "s" + ids.size();
    ids.add(id);
    replies.add(ScriptedReply.saying(answer));
    ask(message(id, who, text));
  }

  private static InboundMessage message(String id, String who, String text) {
    return Said.message(id, room(Optional.of("root")), who).wishing(Wish.ANSWER, text);
  }

  private JsonNode search(String query) {
    ids.add("q");
    return output(
        result(
            message("q" + ids.size(), "Ada", "What was it?"),
            SEARCH,
            JSON.objectNode().put("query", query)));
  }

  private static List<String> texts(JsonNode told) {
    List<String> texts = new ArrayList<>();
    told.path("found").forEach(one -> texts.add(one.path("text").asText()));
    return texts;
  }

  @Test
  @DisplayName("finds words and parts of words, without case and accents, the best first")
  void finds() {
    said("Ada", "The café in Zürich opens at nine", "Good.");
    said("Bob", "My bike is blue", "A Zurich bike?");
    said("Ada", "Nothing else", "Right.");

    JsonNode told = search("zurich cafe");

    assertThat(told.path("searched_turns").asInt()).isEqualTo(3);
    assertThat(texts(told)).containsExactly("The café in Zürich opens at nine", "A Zurich bike?");
    assertThat(told.at("/found/0/author").asText()).isEqualTo("Ada");
    assertThat(told.at("/found/1/author").asText()).isEqualTo("you");
    assertThat(told.at("/found/0/at").asText()).isNotBlank();
    assertThat(texts(search("OPEN"))).containsExactly("The café in Zürich opens at nine");
    assertThat(texts(search("mountain"))).isEmpty();
  }

  @Test
  @DisplayName("finds what is in the summary of what it is not given any more")
  void summarised() {
    said("Ada", "The code word is swordfish", "Noted.");
    replies.add(ScriptedReply.saying("Noted."));
    replies.add(ScriptedReply.saying("They agreed on swordfish."));
    ask(message("long", "Ada", "é".repeat(40_000)));
    Scene.await(replies::isEmpty);

    JsonNode told = search("swordfish");

    assertThat(texts(told)).containsExactly("They agreed on swordfish.");
    assertThat(told.at("/found/0/author").asText()).startsWith("summary");
    assertThat(told.path("searched_turns").asInt()).isEqualTo(1);
  }

  @Test
  @DisplayName("does not find what was taken back")
  void forgotten() {
    said("Ada", "The code word is swordfish", "Noted.");
    List<String> before = texts(search("swordfish"));

    bot.engine().onWithdrawal(Said.tenant("T1"), new MessageId("s0"));

    assertThat(before).isNotEmpty();
    assertThat(texts(search("swordfish"))).isEmpty();
  }

  @Test
  @DisplayName("finds nothing of other conversations")
  void others() {
    ask(
        Said.message("x", room(Optional.of("other")), "Ada")
            .wishing(Wish.ANSWER, "The code word is swordfish"));

    assertThat(texts(search("swordfish"))).isEmpty();
  }

  @Test
  @DisplayName("wants a word")
  void wordless() {
    assertThat(result(message("m", "Ada", "?"), SEARCH, JSON.objectNode().put("query", " ?! ")))
        .isEqualTo(new ToolResult.Failure("query must have a word to look for"));
  }
}
