package dev.parley.turn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.model.FinishReason;
import dev.parley.model.LanguageModel;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelStream;
import dev.parley.model.RawContent;
import dev.parley.tool.NamePattern;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolAudience;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolLimits;
import dev.parley.tool.ToolListener;
import dev.parley.tool.ToolPolicy;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolRule;
import dev.parley.tool.ToolSource;
import dev.parley.tool.ToolSpec;
import dev.parley.tool.ToolUser;
import dev.parley.tool.Toolbox;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import dev.parley.usage.TokenUsage;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A round with tool calls")
@Timeout(30)
class NotedCallsTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final TenantId TENANT = new TenantId(new PlatformName("web"), "local");
  private static final Author ANN = new Author(new UserId("ann"), "Ann");
  private static final Place PLACE = new Place(TENANT, "x", Optional.empty(), true);
  private static final ToolUser USER =
      new ToolUser(PLACE.conversation(SessionScope.CHANNEL, ANN.id()), PLACE, ANN, Set.of());

  private static final ToolPolicy UNASKED =
      new ToolPolicy(
          List.of(
              new ToolRule(
                  List.of(new NamePattern("*")),
                  ToolAudience.ALL,
                  Optional.empty(),
                  Optional.of(ToolRule.Approval.NEVER),
                  Set.of())));

  private final List<String> happened = Collections.synchronizedList(new ArrayList<>());

  @Test
  @DisplayName("is noted for certain before what must not run twice begins, and so is its result")
  void changes() {
    run(ToolEffect.CHANGES);

    assertThat(happened)
        .containsExactly("insists on round", "insists that it begins", "runs", "insists on result");
  }

  @Test
  @DisplayName("is noted where that can be, for what can run again")
  void reads() {
    run(ToolEffect.READS);

    assertThat(happened).containsExactly("keeps round", "runs", "keeps result");
  }

  private void run(ToolEffect effect) {
    Toolbox toolbox =
        new Toolbox(
            List.of(ToolSource.of(List.of(tool(effect)))),
            ToolLimits.DEFAULTS,
            UNASKED,
            ToolListener.NONE);
    ModelLoop loop =
        new ModelLoop(callingOnce(), toolbox, TurnSettings.DEFAULTS, Clock.systemUTC());
    Booking booking =
        new Booking(
            new Payer(TENANT, "x", ANN.id(), ANN.name(), Set.of()),
            Purpose.ANSWER,
            Optional.empty());
    ModelTask task =
        new ModelTask(
            booking,
            "model",
            false,
            "",
            List.of(new ModelMessage.FromUser("Do it")),
            Optional.of(USER),
            List.of(),
            "");
    ModelAnswer answer =
        loop.run(task, new Noted(), Asking.NOBODY, Audience.of(_ -> {}), new Cancellation());
    assertThat(answer.text()).isEqualTo("Fine.");
  }

  private Tool tool(ToolEffect effect) {
    return new Tool() {
      @Override
      public ToolSpec spec() {
        return new ToolSpec("do_it", "a tool", JSON.objectNode());
      }

      @Override
      public ToolEffect effect() {
        return effect;
      }

      @Override
      public ToolResult run(JsonNode arguments, ToolContext context) {
        happened.add("runs");
        return new ToolResult.Success(JSON.textNode("done"));
      }
    };
  }

  private static LanguageModel callingOnce() {
    return request ->
        request.messages().size() == 1
            ? stream(new ModelEvent.ToolRequested(new ToolCall("1", "do_it", JSON.objectNode())))
            : stream(new ModelEvent.Text("Fine."));
  }

  private static ModelStream stream(ModelEvent said) {
    Deque<ModelEvent> events =
        new ArrayDeque<>(
            List.of(
                said,
                new ModelEvent.Finished(
                    FinishReason.COMPLETE, TokenUsage.NONE, "model", new RawContent("{}"))));
    return new ModelStream() {
      @Override
      public boolean hasNext() {
        return !events.isEmpty();
      }

      @Override
      public ModelEvent next() {
        return events.remove();
      }

      @Override
      public void close() {}
    };
  }

  /// A journal that tells what it is asked for.
  private final class Noted implements RoundJournal {
    @Override
    public Optional<ModelRound> recall(int round) {
      return Optional.empty();
    }

    @Override
    public void keep(int round, ModelRound what) {
      happened.add("keeps round");
    }

    @Override
    public void insist(int round, ModelRound what) {
      happened.add("insists on round");
    }

    @Override
    public Optional<ToolResult> recall(int round, int call) {
      return Optional.empty();
    }

    @Override
    public boolean hasBegun(int round, int call) {
      return false;
    }

    @Override
    public void begin(int round, int call, String tool) {
      happened.add("insists that it begins");
    }

    @Override
    public void keep(int round, int call, ToolResult result) {
      happened.add("keeps result");
    }

    @Override
    public void insist(int round, int call, ToolResult result) {
      happened.add("insists on result");
    }

    @Override
    public boolean wasCalledBefore(String tool) {
      return false;
    }

    @Override
    public boolean keepsPictures() {
      return false;
    }

    @Override
    public void keep(AttachmentContent picture) {}

    @Override
    public Optional<AttachmentContent> find(Attachment picture) {
      return Optional.empty();
    }
  }
}
