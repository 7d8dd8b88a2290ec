package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.AttachmentSettings;
import dev.parley.engine.DirectChat;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.model.ModelUnreachableException;
import dev.parley.platform.StatelessChat.Assisted;
import dev.parley.platform.StatelessChat.Called;
import dev.parley.platform.StatelessChat.Line;
import dev.parley.platform.StatelessChat.Speaker;
import dev.parley.testkit.attachment.InMemoryAttachmentStore;
import dev.parley.testkit.attachment.InMemoryProviderFiles;
import dev.parley.testkit.attachment.ScriptedDocuments;
import dev.parley.testkit.model.ScriptedModel;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSource;
import dev.parley.tool.ToolSpec;
import dev.parley.tool.Toolbox;
import dev.parley.turn.StatelessRunner;
import dev.parley.turn.TurnSettings;
import dev.parley.usage.Payer;
import dev.parley.usage.TokenUsage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A caller who wants the help of tools")
@Timeout(60)
class AssistingTest {
  private static final Payer CALLERS =
      new Payer(
          new TenantId(new PlatformName("web"), "local"),
          "api",
          new UserId("api"),
          "HTTP API",
          Set.of());

  private final ScriptedModel model = ScriptedModel.saying("Fine.");
  private final List<ToolContext> ran = new CopyOnWriteArrayList<>();

  /// A tool that is named by what it does.
  private final class Named implements Tool {
    private final String name;
    private final ToolEffect effect;
    private final boolean needsConversation;
    private final Function<JsonNode, ToolResult> found;

    Named(
        String name,
        ToolEffect effect,
        boolean needsConversation,
        Function<JsonNode, ToolResult> found) {
      this.name = name;
      this.effect = effect;
      this.needsConversation = needsConversation;
      this.found = found;
    }

    @Override
    public ToolSpec spec() {
      return new ToolSpec(name, "Does it.", JsonNodeFactory.instance.objectNode());
    }

    @Override
    public ToolResult run(JsonNode arguments, ToolContext context) {
      ran.add(context);
      return found.apply(arguments);
    }

    @Override
    public ToolEffect effect() {
      return effect;
    }

    @Override
    public boolean needsConversation() {
      return needsConversation;
    }
  }

  private Tool weather(Function<JsonNode, ToolResult> found) {
    return new Named("get_weather", ToolEffect.READS, false, found);
  }

  private static ToolResult rain(JsonNode arguments) {
    return new ToolResult.Success(JsonNodeFactory.instance.textNode("rain"));
  }

  private DirectChat chat(Tool... tools) {
    return new DirectChat(
        new StatelessRunner(
            BotInstance.DEFAULTS,
            model,
            new Toolbox(List.of(ToolSource.of(List.of(tools))), Duration.ofSeconds(20)),
            TurnSettings.DEFAULTS,
            CALLERS,
            Clock.systemUTC()),
        new AttachmentIntake(
            new InMemoryAttachmentStore(),
            new InMemoryProviderFiles().large(),
            new ScriptedDocuments(),
            AttachmentSettings.DEFAULTS),
        Clock.systemUTC());
  }

  private static ObjectNode in(String city) {
    return JsonNodeFactory.instance.objectNode().put("location", city);
  }

  @Test
  @DisplayName("is told each call in its order, and what all rounds took together")
  void rounds() {
    model.next(
        ScriptedReply.calling("1", "get_weather", in("Berlin"))
            .andCalling("2", "get_weather", in("Paris"))
            .using(new TokenUsage(100, 40, 20, 5, 0)));
    model.next(
        ScriptedReply.calling("3", "get_weather", in("Rome"))
            .using(new TokenUsage(150, 90, 10, 0, 7)));
    model.next(ScriptedReply.saying("Rain.").using(new TokenUsage(200, 150, 30, 3, 0)));

    Assisted assisted = chat(weather(AssistingTest::rain)).assist("What is the weather?");

    assertThat(assisted.answer().reply()).isEqualTo(Reply.answer("Rain."));
    assertThat(assisted.answer().usage()).isEqualTo(new TokenUsage(450, 280, 60, 8, 7));
    assertThat(assisted.calls())
        .containsExactly(
            new Called("get_weather", in("Berlin")),
            new Called("get_weather", in("Paris")),
            new Called("get_weather", in("Rome")));
    assertThat(ran).hasSize(3);
    assertThat(ran.getFirst().user().place().channel()).isEqualTo("api");
    assertThat(ran.getFirst().booking().payer()).isEqualTo(CALLERS);
    assertThat(ran.getFirst().booking().turn()).isEmpty();
  }

  @Test
  @DisplayName("is offered what only looks, and nothing that needs a conversation")
  void offered() {
    DirectChat chat =
        chat(
            weather(AssistingTest::rain),
            new Named("delete_all", ToolEffect.SETS, false, AssistingTest::rain),
            new Named("send", ToolEffect.CHANGES, false, AssistingTest::rain),
            new Named("paint", ToolEffect.READS, true, AssistingTest::rain));
    model.next(ScriptedReply.calling("1", "send", in("x")));

    Assisted assisted = chat.assist("Do it");

    assertThat(model.requests().getFirst().tools())
        .extracting(ToolSpec::name)
        .containsExactly("get_weather");
    assertThat(model.requests()).allMatch(ModelRequest::ownTools);
    assertThat(ran).isEmpty();
    assertThat(assisted.answer().reply()).isEqualTo(Reply.answer("Fine."));
  }

  @Test
  @DisplayName("has a tool that fails told to the model, which answers")
  void failingTool() {
    model.next(ScriptedReply.calling("1", "get_weather", in("Berlin")));

    Assisted assisted =
        chat(weather(_ -> new ToolResult.Failure("the weather service does not answer")))
            .assist("What is the weather?");

    assertThat(model.requests().getLast().messages().getLast())
        .isInstanceOfSatisfying(
            ModelMessage.FromTools.class,
            tools -> assertThat(tools.toString()).contains("the weather service does not answer"));
    assertThat(assisted.calls()).hasSize(1);
  }

  @Test
  @DisplayName("has a failure for an answer where the model cannot be asked")
  void failingModel() {
    model.next(ScriptedReply.failing(new ModelUnreachableException("no way", null)));

    Assisted assisted = chat().assist("Hi");

    assertThat(assisted.answer().reply().tone()).isEqualTo(Reply.Tone.FAILURE);
    assertThat(assisted.calls()).isEmpty();
  }

  @Test
  @DisplayName("who hangs up while a tool runs ends the tool")
  void hangingUp() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    model.next(ScriptedReply.calling("1", "get_weather", in("Berlin")));
    DirectChat chat =
        chat(
            weather(
                arguments -> {
                  begun.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException unwanted) {
                    ended.countDown();
                  }
                  return rain(arguments);
                }));
    Thread caller = Thread.ofVirtual().start(() -> catchThrowable(() -> chat.assist("Weather?")));
    begun.await();

    caller.interrupt();

    ended.await();
    caller.join();
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  @DisplayName("gets none of it where a history is answered")
  void plain() {
    chat(weather(AssistingTest::rain)).answer(List.of(new Line(Speaker.USER, "Hi")), _ -> {});

    assertThat(model.requests())
        .singleElement()
        .matches(request -> request.tools().isEmpty() && !request.ownTools());
  }
}
