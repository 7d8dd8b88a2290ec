package dev.parley.command;

import dev.parley.approval.Approvals;
import dev.parley.approval.Decision;
import dev.parley.inbox.Inbox;
import dev.parley.message.Reply;

/// Keeps a call of a tool from running that waits for a person's word.
public final class ToolDeclineCommand implements Command {
  private final CallDecisions decisions;

  public ToolDeclineCommand(Approvals approvals, Inbox inbox) {
    this.decisions = new CallDecisions(approvals, inbox);
  }

  @Override
  public CommandSpec spec() {
    return CallDecisions.spec("decline", "Keeps a tool from running that waits for an approval");
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    return decisions.decide(invocation, Decision.Verdict.DECLINED);
  }
}
