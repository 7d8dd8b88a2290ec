package dev.parley.slack.command;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Action;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.Requester;
import dev.parley.identity.UserId;
import dev.parley.inbox.TurnRef;
import dev.parley.platform.AnswerWishes;
import dev.parley.platform.InboundHandler;
import dev.parley.slack.reply.AnswerButtons;
import dev.parley.slack.reply.Removal;
import dev.parley.slack.workspace.Access;
import dev.parley.slack.workspace.Person;
import dev.parley.slack.workspace.UnknownWorkspaceException;
import dev.parley.slack.workspace.Workspace;
import dev.parley.slack.workspace.Workspaces;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what the buttons under an answer say.
final class AnswerPresses {
  /// What Slack calls the presses that are meant here.
  static final List<String> ACTIONS =
      List.of(
          AnswerButtons.STOP,
          AnswerButtons.REGENERATE,
          AnswerButtons.DISCARD,
          AnswerButtons.FEEDBACK);

  private static final Logger LOG = LoggerFactory.getLogger(AnswerPresses.class);

  private final InboundHandler core;
  private final AnswerWishes wishes;
  private final Workspaces workspaces;
  private final Access access;

  AnswerPresses(InboundHandler core, Workspaces workspaces, Access access) {
    this.core = core;
    this.wishes = new AnswerWishes(core);
    this.workspaces = workspaces;
    this.access = access;
  }

  /// Does what a press says.
  ///
  /// @return what to tell who pressed; empty where what happens is seen anyway
  Optional<String> pressed(BlockActionPayload press) {
    try {
      return press.getActions().stream()
          .filter(action -> ACTIONS.contains(action.getActionId()))
          .findFirst()
          .flatMap(
              action ->
                  AnswerButtons.turn(action.getValue()).flatMap(turn -> done(press, action, turn)));
    } catch (StoreUnavailableException away) {
      return Optional.of(Mishaps.STORE_AWAY);
    } catch (UnknownWorkspaceException gone) {
      return Optional.of(Mishaps.NOT_INSTALLED);
    } catch (RuntimeException defect) {
      LOG.error("a pressed button failed", defect);
      return Optional.of(Mishaps.BROKEN);
    }
  }

  private Optional<String> done(BlockActionPayload press, Action action, TurnRef turn) {
    Workspace workspace = workspaces.of(turn.conversation().tenant().id());
    Person person = workspace.people().person(press.getUser().getId());
    Optional<String> refusal =
        access.refusal(workspace, press.getUser().getId(), press.getContainer().getChannelId());
    if (refusal.isPresent()) {
      return refusal;
    }
    Requester by = new Requester(new UserId(press.getUser().getId()), person.manages());
    return switch (action.getActionId()) {
      case AnswerButtons.STOP -> wishes.stop(turn, by);
      case AnswerButtons.REGENERATE -> wishes.regenerate(turn, by);
      case AnswerButtons.DISCARD -> discard(workspace, press, turn, by);
      default -> rate(action, turn, by);
    };
  }

  private Optional<String> discard(
      Workspace workspace, BlockActionPayload press, TurnRef turn, Requester by) {
    Optional<String> refusal = AnswerWishes.refusal(core.onDiscard(turn, by), by);
    if (refusal.isPresent()) {
      return refusal;
    }
    new Removal(workspace.api(), press.getContainer().getChannelId())
        .remove(
            turn,
            press.getContainer().getMessageTs(),
            Optional.ofNullable(press.getContainer().getThreadTs()));
    return Optional.empty();
  }

  private Optional<String> rate(Action action, TurnRef turn, Requester by) {
    return AnswerButtons.rating(action.getValue())
        .flatMap(feedback -> wishes.rate(turn, by.user(), feedback));
  }
}
