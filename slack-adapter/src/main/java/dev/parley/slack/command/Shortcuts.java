package dev.parley.slack.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.event.SlackEventMapper;
import dev.parley.slack.workspace.Access;
import dev.parley.slack.workspace.UnknownWorkspaceException;
import dev.parley.slack.workspace.Workspace;
import dev.parley.slack.workspace.Workspaces;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What people choose from a message's menu: a question about it, by a dialog, and a summary of its
/// thread. Both are asked in the message's thread, which the bot reads where it does not know it.
final class Shortcuts {
  /// What the app's manifest calls them.
  static final String ASK = "parley_ask_about";

  static final String SUMMARISE = "parley_summarise";

  private static final Logger LOG = LoggerFactory.getLogger(Shortcuts.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUMMARY =
      "Summarise this thread: what it is about, what was decided, and what is open.";

  private final Workspaces workspaces;
  private final Access access;
  private final Questions questions;

  Shortcuts(Workspaces workspaces, Access access, Questions questions) {
    this.workspaces = workspaces;
    this.access = access;
    this.questions = questions;
  }

  void addTo(App app) {
    app.messageShortcut(
        SUMMARISE,
        (request, context) -> {
          later(asking(request.getPayload()), asking -> questions.ask(asking, SUMMARY));
          return context.ack();
        });
    app.messageShortcut(
        ASK,
        (request, context) -> {
          MessageShortcutPayload chosen = request.getPayload();
          later(asking(chosen), asking -> openDialog(asking, chosen));
          return context.ack();
        });
    app.viewSubmission(
        ASK,
        (request, context) -> {
          ViewSubmissionPayload submitted = request.getPayload();
          later(
              asking(submitted),
              asking -> questions.ask(asking, QuestionDialog.question(submitted)));
          return context.ack();
        });
  }

  private Asking asking(MessageShortcutPayload chosen) {
    String enterprise =
        chosen.isEnterpriseInstall() && chosen.getEnterprise() != null
            ? chosen.getEnterprise().getId()
            : "";
    String tenant = SlackEventMapper.tenant(enterprise, chosen.getTeam().getId());
    String root =
        Optional.ofNullable(chosen.getMessage().getThreadTs()).orElse(chosen.getMessageTs());
    return new Asking(
        workspaces.of(tenant),
        tenant,
        chosen.getTeam().getId(),
        chosen.getChannel().getId(),
        Optional.of(root),
        chosen.getUser().getId());
  }

  private Asking asking(ViewSubmissionPayload submitted) {
    JsonNode place = place(submitted.getView().getPrivateMetadata());
    String tenant = place.path("w").asText();
    return new Asking(
        workspaces.of(tenant),
        tenant,
        submitted.getTeam().getId(),
        place.path("c").asText(),
        Optional.of(place.path("t").asText()),
        submitted.getUser().getId());
  }

  private static JsonNode place(String metadata) {
    try {
      return JSON.readTree(metadata);
    } catch (JsonProcessingException notOurs) {
      throw new IllegalArgumentException("a dialog that is not the bot's", notOurs);
    }
  }

  private Optional<String> openDialog(Asking asking, MessageShortcutPayload chosen) {
    ObjectNode place =
        JSON.createObjectNode()
            .put("w", asking.tenant())
            .put("c", asking.channel())
            .put("t", asking.thread().orElse(""));
    asking
        .workspace()
        .api()
        .call(
            ApiCall.urgent("views.open")
                .with("trigger_id", chosen.getTriggerId())
                .with("view", QuestionDialog.view(place.toString()).toString()));
    return Optional.empty();
  }

  /// Slack is answered at once; what goes wrong is told in private.
  private void later(Asking asking, Function<Asking, Optional<String>> action) {
    Thread.ofVirtual()
        .name("slack shortcut")
        .start(() -> done(asking, action).ifPresent(problem -> tell(asking, problem)));
  }

  private Optional<String> done(Asking asking, Function<Asking, Optional<String>> action) {
    try {
      Workspace workspace = asking.workspace();
      Optional<String> refusal = access.refusal(workspace, asking.user(), asking.channel());
      return refusal.isPresent() ? refusal : action.apply(asking);
    } catch (UnknownWorkspaceException gone) {
      return Optional.of(Mishaps.NOT_INSTALLED);
    } catch (StoreUnavailableException away) {
      return Optional.of(Mishaps.STORE_AWAY);
    } catch (RuntimeException failed) {
      LOG.error("a shortcut failed", failed);
      return Optional.of(Mishaps.BROKEN);
    }
  }

  /// In a direct message: in the channel the bot may not be able to say anything.
  private static void tell(Asking asking, String problem) {
    try {
      asking
          .workspace()
          .api()
          .call(
              ApiCall.urgent("chat.postMessage")
                  .with("channel", asking.user())
                  .with("text", problem));
    } catch (SlackCallException untold) {
      LOG.warn("{} was not told of a problem: {}", asking.user(), untold.getMessage());
    }
  }
}
