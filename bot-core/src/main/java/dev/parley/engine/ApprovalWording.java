package dev.parley.engine;

import dev.parley.approval.CallText;
import dev.parley.message.Moment;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.turn.TurnOutcome;
import dev.parley.turn.WaitingCall;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Asks people about calls of tools, below an answer.
final class ApprovalWording {
  private ApprovalWording() {}

  /// What an answer without words says.
  static String caption(List<WaitingCall> waiting) {
    return waiting.size() == 1
        ? "Before I go on, somebody has to approve this."
        : "Before I go on, somebody has to approve these.";
  }

  /// The reply with what each call would do, and buttons to decide about it.
  ///
  /// @param words the reply's, in which no block of code is open
  static Reply asking(Reply reply, String words, List<WaitingCall> waiting) {
    StringBuilder text = new StringBuilder(words);
    List<ReplyAction> actions = new ArrayList<>(reply.actions());
    for (int at = 0; at < waiting.size(); at++) {
      String number = waiting.size() == 1 ? "" : " " + (at + 1);
      text.append("\n\n").append(block(waiting.get(at), number));
      actions.addAll(buttons(waiting.get(at), number));
    }
    return reply.saying(text.toString()).withActions(actions);
  }

  private static String block(WaitingCall waiting, String number) {
    CallText text = CallText.of(waiting.call());
    return "**Approval%s:** may `%s` run with this?\n\n%s\n\n_%sWaits until %s (`%s`)._"
        .formatted(
            number,
            waiting.call().name(),
            text.block(),
            text.isLong() ? "This is only the beginning; all of it is in the file. " : "",
            Moment.markdown(Instant.ofEpochMilli(waiting.result().until()), ZoneOffset.UTC),
            waiting.result().id());
  }

  private static List<ReplyAction> buttons(WaitingCall waiting, String number) {
    String id = waiting.result().id();
    return Stream.of(
            new ReplyAction("Approve" + number, "/tools approve " + id, ReplyAction.Style.PRIMARY),
            new ReplyAction("Decline" + number, "/tools decline " + id, ReplyAction.Style.DANGER))
        .toList();
  }

  /// Why an approved call did not run.
  static String notRun(TurnOutcome.NotRun notRun) {
    String call = notRun.tool().isEmpty() ? "The call" : "`" + notRun.tool() + "`";
    return switch (notRun.why()) {
      case GONE -> call + " did not run: I do not know any more what was approved.";
      case DECLINED -> call + " did not run: somebody declined it first.";
      case EXPIRED -> call + " did not run: the approval came too late.";
    };
  }
}
