package dev.parley.slack.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import dev.parley.command.CommandInvocation;
import dev.parley.command.CommandSpec;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.platform.InboundHandler;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.event.AppOpened;
import dev.parley.slack.event.InboundMessages;
import dev.parley.slack.workspace.Access;
import dev.parley.slack.workspace.UnknownWorkspaceException;
import dev.parley.slack.workspace.Workspace;
import dev.parley.slack.workspace.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The app's Home tab: how the bot behaves in a person's direct messages, what they spent where the
/// core tells it, and what they can change of that.
public final class HomeTab implements AppOpened {
  static final String CHANGE = "parley_home_change";
  static final String RESET = "parley_home_reset";
  static final String SETTING = "parley_setting";

  private static final Logger LOG = LoggerFactory.getLogger(HomeTab.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SHOW = List.of("settings", "show");
  private static final List<String> SET = List.of("settings", "set");
  private static final List<String> RESTORE = List.of("settings", "reset");
  private static final List<String> USAGE = List.of("usage");

  private final InboundHandler core;
  private final Workspaces workspaces;
  private final Access access;

  public HomeTab(InboundHandler core, Workspaces workspaces, Access access) {
    this.core = core;
    this.workspaces = workspaces;
    this.access = access;
  }

  /// Whose tab it is.
  ///
  /// @param channel their direct messages with the bot
  private record Owner(Workspace workspace, String tenant, String channel, String user) {
    CommandInvocation invocation(List<String> words, Map<String, String> options) {
      Place place =
          new Place(
              new TenantId(InboundMessages.PLATFORM, tenant), channel, Optional.empty(), true);
      Author author = new Author(new UserId(user), workspace.people().person(user).name());
      return new CommandInvocation(
          words, options, place, author, true, workspace.groups().of(place.tenant(), user));
    }
  }

  @Override
  public void opened(Workspace workspace, String tenant, JsonNode event) {
    if (event.path("tab").asText().equals("home")) {
      Owner owner =
          new Owner(workspace, tenant, event.path("channel").asText(), event.path("user").asText());
      later(() -> publish(owner, Optional.empty()));
    }
  }

  /// Takes what people press and submit.
  public void addTo(App app) {
    app.blockAction(
        CHANGE,
        (request, context) -> {
          later(() -> openDialog(request.getPayload(), SET));
          return context.ack();
        });
    app.blockAction(
        RESET,
        (request, context) -> {
          later(() -> openDialog(request.getPayload(), RESTORE));
          return context.ack();
        });
    app.viewSubmission(
        SETTING,
        (request, context) -> {
          Map<String, String> complaints = submitted(request.getPayload());
          return complaints.isEmpty() ? context.ack() : context.ackWithErrors(complaints);
        });
  }

  private void openDialog(BlockActionPayload press, List<String> words) {
    Owner owner = owner(press.getView().getPrivateMetadata(), press.getUser().getId());
    String place = metadata(owner, words);
    owner
        .workspace()
        .api()
        .call(
            ApiCall.urgent("views.open")
                .with("trigger_id", press.getTriggerId())
                .with(
                    "view",
                    SettingDialog.view(spec(words).orElseThrow(), SETTING, place).toString()));
  }

  /// What is wrong with it, beneath the input that it is about; nothing where it is done.
  private Map<String, String> submitted(ViewSubmissionPayload submitted) {
    String place = submitted.getView().getPrivateMetadata();
    List<String> words = parsed(place).path("k").asText().equals("set") ? SET : RESTORE;
    String last = spec(words).orElseThrow().options().getLast().name();
    try {
      Owner owner = owner(place, submitted.getUser().getId());
      Reply reply = run(owner, words, SettingDialog.options(submitted));
      if (reply.tone() != Reply.Tone.ANSWER) {
        return Map.of(last, reply.markdown().replace("`", ""));
      }
      later(() -> publish(owner, Optional.of(reply.markdown())));
      return Map.of();
    } catch (StoreUnavailableException away) {
      return Map.of(last, Mishaps.STORE_AWAY);
    } catch (UnknownWorkspaceException gone) {
      return Map.of(last, Mishaps.NOT_INSTALLED);
    }
  }

  private Reply run(Owner owner, List<String> words, Map<String, String> options) {
    return refusal(owner)
        .map(Reply::notice)
        .orElseGet(() -> core.onCommand(owner.invocation(words, options)));
  }

  private Optional<String> refusal(Owner owner) {
    return access.refusal(owner.workspace().people().person(owner.user()), false);
  }

  private void publish(Owner owner, Optional<String> news) {
    owner
        .workspace()
        .api()
        .call(
            ApiCall.passing("views.publish")
                .with("user_id", owner.user())
                .with("view", view(owner, news).toString()));
  }

  private JsonNode view(Owner owner, Optional<String> news) {
    HomeView view = new HomeView(metadata(owner, SHOW));
    Optional<String> refusal = refusal(owner);
    if (refusal.isPresent()) {
      return view.text(refusal.get()).json();
    }
    news.ifPresent(view::text);
    view.heading("In your direct messages").text(told(owner, SHOW));
    view.button(CHANGE, "Change a setting");
    view.button(RESET, "Back to a default");
    spec(USAGE).ifPresent(_ -> view.heading("Usage").text(told(owner, USAGE)));
    view.heading("Commands").text("`/parley help` lists what you can do in a channel and here.");
    return view.json();
  }

  private String told(Owner owner, List<String> words) {
    try {
      return core.onCommand(owner.invocation(words, Map.of())).markdown();
    } catch (StoreUnavailableException away) {
      return Mishaps.STORE_AWAY;
    }
  }

  private Optional<CommandSpec> spec(List<String> words) {
    return core.commands().stream().filter(spec -> spec.words().equals(words)).findFirst();
  }

  private static String metadata(Owner owner, List<String> words) {
    return JSON.createObjectNode()
        .put("w", owner.tenant())
        .put("c", owner.channel())
        .put("k", words.getLast())
        .toString();
  }

  private Owner owner(String metadata, String user) {
    JsonNode place = parsed(metadata);
    String tenant = place.path("w").asText();
    return new Owner(workspaces.of(tenant), tenant, place.path("c").asText(), user);
  }

  private static JsonNode parsed(String metadata) {
    try {
      return JSON.readTree(metadata);
    } catch (JsonProcessingException notOurs) {
      throw new IllegalArgumentException("a view that is not the bot's", notOurs);
    }
  }

  /// Slack is answered at once. What cannot be shown now is shown when the tab is opened again.
  private static void later(Runnable action) {
    Thread.ofVirtual()
        .name("slack home")
        .start(
            () -> {
              try {
                action.run();
              } catch (SlackCallException | UnknownWorkspaceException unshown) {
                LOG.warn("a Home tab is not shown: {}", unshown.getMessage());
              } catch (RuntimeException failed) {
                LOG.error("a Home tab failed", failed);
              }
            });
  }
}
