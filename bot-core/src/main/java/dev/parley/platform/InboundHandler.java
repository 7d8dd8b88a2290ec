package dev.parley.platform;

import dev.parley.command.CommandInvocation;
import dev.parley.command.CommandSpec;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.Requester;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.inbox.DiscardOutcome;
import dev.parley.inbox.EditOutcome;
import dev.parley.inbox.Feedback;
import dev.parley.inbox.RegenerateOutcome;
import dev.parley.inbox.StopOutcome;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import java.util.List;

/// What adapters hand events to. All methods block shortly, and throw
/// [dev.parley.conversation.StoreUnavailableException] where nothing could be stored: the event
/// must not be acknowledged then.
public interface InboundHandler {
  MessageReceipt onMessage(InboundMessage message);

  Reply onCommand(CommandInvocation invocation);

  /// A command as it was typed, beginning with a slash.
  Reply onCommandLine(String line, CommandInvocation context);

  StopOutcome onStop(TurnRef turn, Requester by);

  /// Stops the turn that is answered in a place, on whichever instance; for platforms that tell
  /// where somebody wants to stop, and not what.
  StopOutcome onStopIn(Place place, Requester by);

  /// A message as its author changed it.
  EditOutcome onEdit(InboundMessage message);

  /// The author of a message deleted it: it is not answered any more, and not remembered.
  void onWithdrawal(TenantId tenant, MessageId message);

  /// Somebody wants another answer to a question.
  RegenerateOutcome onRegenerate(TurnRef turn, Requester by);

  /// Somebody says what they think of an answer.
  ///
  /// @return whether the turn is still known
  boolean onFeedback(TurnRef turn, UserId by, Feedback feedback);

  /// Somebody wants to do away with an answer; where it is discarded, the adapter takes away what
  /// people see of it.
  DiscardOutcome onDiscard(TurnRef turn, Requester by);

  /// The bytes of the files that replies to a tenant carry.
  FileContents files(TenantId tenant);

  /// The commands that there are, for registration and help.
  List<CommandSpec> commands();

  /// What an option of a command may be, of what somebody has typed of it so far.
  List<String> suggestions(String option, CommandInvocation invocation);
}
