package dev.parley.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.approval.Approvals;
import dev.parley.approval.ApprovedCall;
import dev.parley.approval.Decision;
import dev.parley.approval.PendingCall;
import dev.parley.approval.PendingCalls.Begun;
import dev.parley.approval.PendingCalls.Known;
import dev.parley.attachment.Attachment;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.tool.RunningTools;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolAccess;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSet;
import dev.parley.tool.Toolbox;
import dev.parley.usage.Booking;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs calls that people approved: each once, whatever becomes of its turn, also where that is
/// answered once more. What came of it is kept with the call.
final class ApprovedRuns {
  private static final Logger log = LoggerFactory.getLogger(ApprovedRuns.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ToolResult GONE =
      new ToolResult.Failure("the tool is not there any more, so it did not run");

  private final Approvals approvals;
  private final Toolbox toolbox;

  ApprovedRuns(Approvals approvals, Toolbox toolbox) {
    this.approvals = approvals;
    this.toolbox = toolbox;
  }

  /// What came of a call.
  sealed interface Came {
    /// It is over: the tool's result, or why there is none.
    record Over(PendingCall call, Decision decision, ToolResult result) implements Came {}

    /// It did not run, and will not.
    record NotRun(TurnOutcome.NotRun why) implements Came {}
  }

  /// What a call meets when it runs.
  ///
  /// @param files of the conversation
  record Here(RoundJournal journal, List<Attachment> files, Booking booking, Audience audience) {}

  /// Runs the call that a turn is for, unless it has run.
  Came run(ClaimedTurn turn, Here here, Cancellation cancellation) {
    Optional<ApprovedCall> approved = ApprovedCall.of(turn.firstMessage());
    Optional<PendingCall> known =
        approved
            .flatMap(call -> approvals.find(turn.conversation().id().tenant(), call.id()))
            .map(Known::call)
            .filter(ApprovedRuns::isIntact);
    if (known.isEmpty()) {
      return notRun(TurnOutcome.NotRunReason.GONE, "");
    }
    PendingCall call = known.get();
    Optional<Decision> decision =
        approvals.decide(call, Decision.Verdict.APPROVED, approved.orElseThrow().by());
    if (decision.isEmpty()) {
      return notRun(TurnOutcome.NotRunReason.GONE, call.tool());
    }
    return switch (decision.get().verdict()) {
      case APPROVED -> approved(call, decision.get(), here, cancellation);
      case DECLINED -> notRun(TurnOutcome.NotRunReason.DECLINED, call.tool());
      case EXPIRED -> notRun(TurnOutcome.NotRunReason.EXPIRED, call.tool());
    };
  }

  private static Came notRun(TurnOutcome.NotRunReason why, String tool) {
    return new Came.NotRun(new TurnOutcome.NotRun(why, tool));
  }

  private static boolean isIntact(PendingCall call) {
    if (!call.isIntact()) {
      log.error("the call {} was changed after it was shown, and does not run", call.id());
    }
    return call.isIntact();
  }

  private Came approved(PendingCall call, Decision decision, Here here, Cancellation cancellation) {
    return switch (approvals.begin(call)) {
      case Begun.Gone _ -> notRun(TurnOutcome.NotRunReason.GONE, call.tool());
      case Begun.Ended(ToolResult result) -> new Came.Over(call, decision, result);
      case Begun.Now _ -> over(call, decision, here, cancellation, true);
      case Begun.Before _ -> over(call, decision, here, cancellation, false);
    };
  }

  private Came over(
      PendingCall call, Decision decision, Here here, Cancellation cancellation, boolean first) {
    ToolSet set = toolbox.open(call.user());
    Optional<Tool> tool = set.find(call.tool());
    ToolResult result;
    if (tool.isEmpty()) {
      result = set.access(call.tool()).map(ApprovedRuns::refused).orElse(GONE);
    } else if (first || tool.get().effect().repeatable()) {
      result = ran(call, tool.get(), set, here, cancellation);
    } else {
      result = BegunCalls.INTERRUPTED;
    }
    approvals.end(call, result);
    return new Came.Over(call, decision, result);
  }

  private static ToolResult refused(ToolAccess access) {
    return new ToolResult.Failure("it did not run, since " + access.reason());
  }

  private ToolResult ran(
      PendingCall call, Tool tool, ToolSet set, Here here, Cancellation cancellation) {
    ToolCall made = new ToolCall(call.id(), call.tool(), arguments(call));
    here.audience().working(set.doing(List.of(made)));
    TurnToolFiles files =
        new TurnToolFiles(here.journal(), new FileNames(here.files()), here.files());
    ToolContext context = new ToolContext(call.user(), here.booking(), files);
    ToolWatch watch = new ToolWatch(set, context, here.audience(), "approved", List.of(made));
    try (RunningTools running = set.running(context, 1, set.limits().timeLimitInAll())) {
      running.start(0, tool, made);
      watch.begun(0);
      RunningTools.Done done = cancellation.interruptibly(running::next);
      watch.ended(done);
      return done.result();
    } catch (TurnCancelledException cancelled) {
      watch.dropped(cancelled.why() == Cancellation.Cause.STOPPED);
      if (cancelled.why() == Cancellation.Cause.STOPPED) {
        return ToolResult.brokenOff(tool.effect(), RoundRun.STOPPED);
      }
      throw cancelled;
    }
  }

  private static JsonNode arguments(PendingCall call) {
    try {
      return JSON.readTree(call.arguments());
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("the arguments of " + call.id() + " are no JSON", broken);
    }
  }
}
