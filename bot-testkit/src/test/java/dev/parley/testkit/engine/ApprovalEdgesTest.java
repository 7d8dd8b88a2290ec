package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Reply;
import dev.parley.model.ModelUnreachableException;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.ToolSpec;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backing.class)
@DisplayName("A call that waits for its approval")
@Timeout(60)
class ApprovalEdgesTest extends ApprovalScene {
  @Parameter Backing backing;

  @BeforeEach
  void open() {
    open(backing);
  }

  @Test
  @DisplayName("is asked about also where the model says nothing, or breaks off")
  void wordless() {
    BotInstance bot = scene.bot(options());
    scene.model().next(ScriptedReply.calling("c1", SendingTool.NAME, TO_ANN));
    scene.model().next(ScriptedReply.saying());
    bot.engine().onMessage(Scene.direct("silent"));
    scene.model().next(ScriptedReply.calling("c1", SendingTool.NAME, TO_ANN));
    scene.model().next(ScriptedReply.failing(new ModelUnreachableException("gone", null)));
    Reply silent = scene.awaitReply("silent");
    bot.engine().onMessage(Said.message("broken"));
    Reply broken = scene.awaitReply("broken");

    assertThat(silent.markdown()).startsWith("Before I go on, somebody has to approve this.");
    assertThat(silent.actions()).hasSize(2);
    assertThat(broken.markdown()).contains("connection to the model was lost", "`send_mail`");
    assertThat(broken.actions()).hasSize(2);
  }

  @Test
  @DisplayName("comes with a file where its arguments are too long to be shown")
  void longArguments() {
    JsonNode mail = SendingTool.to("x".repeat(5_000));
    BotInstance bot = scene.bot(options());

    Reply asking = asked(bot, mail);

    assertThat(asking.markdown()).contains("all of it is in the file").hasSizeLessThan(2_000);
    assertThat(asking.files()).singleElement();
    String hash = asking.files().getFirst().file().sha256();
    assertThat(scene.storage().attachments().find(Said.tenant("T1"), hash))
        .hasValueSatisfying(content -> assertThat(content.size()).isGreaterThan(5_000));
  }

  @Test
  @DisplayName("is not there where a rule forbids it, also if it was approved before")
  void forbidden() {
    BotInstance before = scene.bot(options());
    Reply asking = asked(before, TO_ANN);
    before.close();
    BotInstance after = scene.bot(ruled(options(), rule(Optional.of(false), Set.of())));

    Pressing.ASKER.approve(after, asking);
    String told = tells(asking);
    scene.model().next(ScriptedReply.calling("c1", SendingTool.NAME, TO_ANN));
    after.engine().onMessage(Said.message("m2"));
    scene.awaitReply("m2");

    assertThat(told).contains("it did not run, since rule 1 of tools.rules does not allow it here");
    assertThat(tool.sent()).isEmpty();
    assertThat(request().tools()).extracting(ToolSpec::name).doesNotContain(SendingTool.NAME);
    assertThat(request().messages().getLast().toString()).contains("it may not be used");
  }

  @Test
  @DisplayName("is told of in plain words where it ran and the model cannot")
  void modelAway() {
    BotInstance bot = scene.bot(options());
    Reply asking = asked(bot, TO_ANN);
    scene.model().next(ScriptedReply.failing(new ModelUnreachableException("gone", null)));

    Pressing.ADMIN.approve(bot, asking);
    String told = tells(asking);

    assertThat(tool.sent()).containsExactly(TO_ANN);
    assertThat(told)
        .contains("The model does not answer", "The tool send\\_mail ran, as Cyd approved.");
  }

  @Test
  @DisplayName("is not known any more once its asker is forgotten")
  void forgotten() {
    BotInstance bot = scene.bot(options());
    Reply asking = asked(bot, TO_ANN);

    scene.storage().personalRecords().forget(Said.tenant("T1"), Said.author("Ada").id());
    Reply pressed = Pressing.ASKER.approve(bot, asking);

    assertThat(pressed).isEqualTo(Reply.notice("I do not know this call any more."));
    assertThat(tool.sent()).isEmpty();
  }
}
