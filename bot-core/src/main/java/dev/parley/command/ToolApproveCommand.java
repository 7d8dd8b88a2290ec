package dev.parley.command;

import dev.parley.approval.Approvals;
import dev.parley.approval.Decision;
import dev.parley.inbox.Inbox;
import dev.parley.message.Reply;

/// Lets a call of a tool run that waits for a person's word.
public final class ToolApproveCommand implements Command {
  private final CallDecisions decisions;

  public ToolApproveCommand(Approvals approvals, Inbox inbox) {
    this.decisions = new CallDecisions(approvals, inbox);
  }

  @Override
  public CommandSpec spec() {
    return CallDecisions.spec("approve", "Lets a tool run that waits for an approval");
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    return decisions.decide(invocation, Decision.Verdict.APPROVED);
  }
}
