package dev.parley.command;

import dev.parley.approval.Approvals;
import dev.parley.approval.Decision;
import dev.parley.approval.Decision.Verdict;
import dev.parley.approval.PendingCall;
import dev.parley.approval.PendingCalls.Known;
import dev.parley.inbox.Accepted;
import dev.parley.inbox.Inbox;
import dev.parley.message.Reply;
import java.util.List;
import java.util.Optional;

/// Decides about calls of tools that wait, each once. An approved one runs as a turn of its own: it
/// is in the inbox before the decision is noted, and its turn notes the decision where that was
/// lost, so an instance that dies in between loses nothing.
final class CallDecisions {
  private static final CommandOption CALL = CommandOption.text("call", "its id", true);

  private final Approvals approvals;
  private final Inbox inbox;

  CallDecisions(Approvals approvals, Inbox inbox) {
    this.approvals = approvals;
    this.inbox = inbox;
  }

  /// What is told about a command that decides.
  static CommandSpec spec(String word, String summary) {
    return new CommandSpec(
        List.of("tools", word),
        summary,
        List.of(CALL),
        CommandSpec.Visibility.EVERYONE,
        CommandSpec.Access.EVERYONE);
  }

  /// Decides about the call that is named, where that is still open and this person may.
  Reply decide(CommandInvocation invocation, Verdict verdict) {
    String id = invocation.option(CALL.name()).orElseThrow().strip();
    Optional<Known> known = approvals.find(invocation.place().tenant(), id);
    if (known.isEmpty() || !known.get().call().isIntact()) {
      return Reply.notice("I do not know this call any more.");
    }
    PendingCall call = known.get().call();
    if (!approvals.mayDecide(
        call, invocation.author(), invocation.administers(), invocation.groups())) {
      return Reply.notice(
          "Only %s, or somebody who approves calls of `%s`, can decide about this."
              .formatted(Plain.text(call.asker().name()), call.tool()));
    }
    return known
        .get()
        .decision()
        .map(decision -> decided(call, decision))
        .orElseGet(() -> open(call, verdict, invocation));
  }

  private Reply open(PendingCall call, Verdict wanted, CommandInvocation invocation) {
    Verdict verdict = approvals.isExpired(call) ? Verdict.EXPIRED : wanted;
    if (verdict == Verdict.APPROVED
        && inbox.accept(approvals.turn(call, invocation.author()), false)
            instanceof Accepted.Full) {
      return Reply.notice("Too many messages wait here already. Please press again in a minute.");
    }
    Optional<Decision> decision = approvals.decide(call, verdict, invocation.author());
    return decision
        .filter(first -> first.verdict() == wanted)
        .filter(first -> first.by().id().equals(invocation.author().id()))
        .map(first -> Reply.answer(sentence(call, first, "")))
        .orElseGet(
            () ->
                decision
                    .map(first -> decided(call, first))
                    .orElseGet(() -> Reply.notice("I do not know this call any more.")));
  }

  private static Reply decided(PendingCall call, Decision decision) {
    return Reply.notice(sentence(call, decision, " already"));
  }

  private static String sentence(PendingCall call, Decision decision, String already) {
    String who = Plain.text(decision.by().name());
    return switch (decision.verdict()) {
      case APPROVED -> "%s approved it%s: `%s` runs.".formatted(who, already, call.tool());
      case DECLINED -> "%s declined it%s: `%s` does not run.".formatted(who, already, call.tool());
      case EXPIRED ->
          "It is too late: `%s` does not run. Ask again, and I will ask again."
              .formatted(call.tool());
    };
  }
}
