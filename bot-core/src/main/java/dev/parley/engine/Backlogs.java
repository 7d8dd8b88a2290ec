package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.conversation.Turn;
import dev.parley.conversation.Utterance;
import dev.parley.identity.MessageId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Inbox;
import dev.parley.model.ModelMessage;
import dev.parley.platform.Backlog;
import dev.parley.platform.PlatformAdapter;
import dev.parley.turn.Audience;
import dev.parley.usage.TokenUsage;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the bot know what was said in a thread before it was called into it: read once, when it
/// remembers nothing of the thread yet, and from then on part of the conversation.
final class Backlogs {
  private static final Logger log = LoggerFactory.getLogger(Backlogs.class);
  private static final String READ = "I have read what was said here before.";
  private static final String READ_IN_PART =
      "I have read some of what was said here before; the rest could not be read.";
  private static final String NOT_READ =
      "People wrote in this thread before you were called, but their messages cannot be read now."
          + " Say so where it matters for the answer.";

  private final Inbox inbox;
  private final FileGathering files;

  Backlogs(Inbox inbox, FileGathering files) {
    this.inbox = inbox;
    this.files = files;
  }

  /// Whether the turn is the bot's first one in a thread that others began.
  static boolean mayBeMissing(ClaimedTurn turn) {
    Optional<MessageId> root = turn.firstMessage().place().thread();
    return turn.conversation().isEmpty()
        && turn.progress().answer().isEmpty()
        && root.filter(id -> !id.equals(turn.firstMessage().id())).isPresent();
  }

  /// The turn, knowing what was said before.
  ClaimedTurn read(ClaimedTurn turn, PlatformAdapter platform, Audience audience) {
    Backlog backlog = asked(turn, platform);
    if (!backlog.said().isEmpty()) {
      List<Utterance> heard = files.heard(turn, backlog.said(), platform.attachments(), audience);
      return turn.with(inbox.beginWith(turn.lease(), turn(turn, heard, backlog)));
    }
    return backlog.complete() ? turn : turn.with(unread(turn.conversation()));
  }

  /// For this turn only: the next one may be able to read it.
  private static Conversation unread(Conversation conversation) {
    return new Conversation(conversation.id(), Optional.of(NOT_READ), List.of());
  }

  private static Backlog asked(ClaimedTurn turn, PlatformAdapter platform) {
    try {
      return platform.saidBefore(turn.firstMessage());
    } catch (StoreUnavailableException away) {
      throw away;
    } catch (RuntimeException unreadable) {
      log.warn("what was said before {} is not known", turn.lease().turn(), unreadable);
      return Backlog.UNREADABLE;
    }
  }

  private static Turn turn(ClaimedTurn turn, List<Utterance> said, Backlog backlog) {
    String heard = backlog.complete() ? READ : READ_IN_PART;
    return new Turn(
        said.getFirst().id(),
        turn.firstMessage().sentAt(),
        said,
        List.of(new ModelMessage.SaidByModel(heard)),
        heard,
        List.of(),
        "",
        TokenUsage.NONE,
        said.stream().mapToInt(Utterance::tokens).sum(),
        Optional.empty());
  }
}
