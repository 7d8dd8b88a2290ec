package dev.parley.turn;

import dev.parley.approval.Approvals;
import dev.parley.approval.CallText;
import dev.parley.attachment.AttachmentContent;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.tool.ToolAccess;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolFiles;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSet;
import dev.parley.tool.ToolUser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks people about the calls of one durable turn, below its answer.
final class TurnAsking implements Asking {
  /// Each takes two of the buttons that an answer has.
  private static final int MOST = 2;

  private static final String FULL =
      "only "
          + MOST
          + " calls can wait for approval with one answer; ask for this one when those are decided";
  private static final String TWICE = "the same call waits for approval already";

  private final Approvals approvals;
  private final ClaimedTurn turn;
  private final ToolUser user;
  private final List<ToolCall> waiting = new ArrayList<>();

  TurnAsking(Approvals approvals, ClaimedTurn turn, ToolUser user) {
    this.approvals = approvals;
    this.turn = turn;
    this.user = user;
  }

  @Override
  public ToolSet offered(ToolSet all) {
    return all;
  }

  @Override
  public void refused(ToolCall call, String reason) {
    approvals.refused(call, reason, user);
  }

  @Override
  public Optional<ToolResult> instead(ToolSet set, ToolCall call, ToolFiles files) {
    return set.access(call.name())
        .filter(known -> known.kind() == ToolAccess.Kind.ASKS_FIRST)
        .map(_ -> asked(call, files));
  }

  private ToolResult asked(ToolCall call, ToolFiles files) {
    if (waiting.stream().anyMatch(other -> isSame(other, call))) {
      return new ToolResult.Failure(TWICE);
    }
    if (waiting.size() >= MOST) {
      return new ToolResult.Failure(FULL);
    }
    ToolResult.Waiting waits = approvals.waiting(call);
    CallText text = CallText.of(call);
    return text.isLong()
        ? new ToolResult.Waiting(
            waits.id(), waits.until(), List.of(files.keep(whole(call.name(), text))))
        : waits;
  }

  private static boolean isSame(ToolCall one, ToolCall other) {
    return one.name().equals(other.name()) && one.arguments().equals(other.arguments());
  }

  private static ToolFiles.Made whole(String tool, CallText text) {
    return new ToolFiles.Made(
        "call",
        "json",
        "application/json",
        AttachmentContent.of(text.whole().getBytes(StandardCharsets.UTF_8)),
        "The arguments of " + tool);
  }

  @Override
  public void keep(ToolCall call, ToolResult result) {
    if (result instanceof ToolResult.Waiting waits) {
      waiting.add(call);
      approvals.ask(call, waits, turn.firstMessage(), user);
    }
  }

  @Override
  public void ran(ToolCall call, ToolResult result) {
    approvals.ran(call, result, user);
  }
}
