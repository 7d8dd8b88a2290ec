package dev.parley.approval;

import dev.parley.approval.Decision.Verdict;
import dev.parley.approval.PendingCalls.Begun;
import dev.parley.approval.PendingCalls.Known;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import dev.parley.identity.TenantId;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import dev.parley.message.Wish;
import dev.parley.quota.QuotaBook.Deed;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolPolicy;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets calls wait, lets people decide about them, and writes down what was done.
public final class Approvals {
  private static final Logger log = LoggerFactory.getLogger(Approvals.class);

  private final PendingCalls calls;
  private final ToolPolicy policy;
  private final Duration expiry;
  private final Clock clock;
  private final RandomGenerator random;

  /// @param expiry how long a call waits
  public Approvals(
      PendingCalls calls, ToolPolicy policy, Duration expiry, Clock clock, RandomGenerator random) {
    this.calls = calls;
    this.policy = policy;
    this.expiry = expiry;
    this.clock = clock;
    this.random = random;
  }

  /// How a call would wait from now on.
  public ToolResult.Waiting waiting(ToolCall call) {
    byte[] unique = new byte[4];
    random.nextBytes(unique);
    String id = PendingCall.id(HexFormat.of().formatHex(unique), call);
    return new ToolResult.Waiting(id, clock.instant().plus(expiry).toEpochMilli(), List.of());
  }

  /// Lets a call wait, once.
  public void ask(
      ToolCall call, ToolResult.Waiting waiting, InboundMessage question, ToolUser user) {
    PendingCall pending =
        PendingCall.of(call, waiting, question, user.conversation(), clock.instant());
    calls.ask(pending, deed(pending.asker(), "asked to approve " + pending.brief()));
  }

  public Optional<Known> find(TenantId tenant, String id) {
    return calls.find(tenant, id);
  }

  /// Whether somebody may decide about a call.
  ///
  /// @param groups ids of the roles or user groups that they are in
  public boolean mayDecide(PendingCall call, Author who, boolean admin, Set<String> groups) {
    Set<String> approvers = policy.approvers(call.tool(), call.user());
    return admin
        || who.id().equals(call.asker().id())
        || approvers.contains(who.id().value())
        || !Collections.disjoint(approvers, groups);
  }

  public boolean isExpired(PendingCall call) {
    return !clock.instant().isBefore(call.expiresAt());
  }

  /// Decides about a call, unless somebody has.
  ///
  /// @return the first decision; empty where the call is not known any more
  public Optional<Decision> decide(PendingCall call, Verdict verdict, Author by) {
    String deed =
        switch (verdict) {
          case APPROVED -> "approved " + call.brief();
          case DECLINED -> "declined " + call.brief();
          case EXPIRED -> "came too late to decide about " + call.brief();
        };
    Decision decision = new Decision(verdict, by, now());
    return calls.decide(call.tenant(), call.id(), decision, deed(by, deed));
  }

  /// The message whose turn runs a call: as if its asker had said in the same place that it may
  /// run. Its id is always the same, so that it is taken once.
  public InboundMessage turn(PendingCall call, Author approver) {
    InboundMessage origin = call.origin();
    return new InboundMessage(
        new MessageId("run-" + call.id()),
        origin.place(),
        origin.author(),
        origin.place().direct() ? Addressing.DIRECT : Addressing.MENTION,
        new ApprovedCall(call.id(), approver).text(),
        now(),
        origin.replyAddress(),
        List.of(),
        origin.groups(),
        Wish.RUN_TOOL,
        origin.forAskerAlone());
  }

  /// Notes that an approved call begins to run.
  public Begun begin(PendingCall call) {
    return calls.begin(call.tenant(), call.id(), UUID.randomUUID().toString());
  }

  /// Keeps what came of an approved call.
  public void end(PendingCall call, ToolResult result) {
    calls.end(call.tenant(), call.id(), result, deed(call.asker(), ran(call.brief(), result)));
  }

  /// Writes down that a call ran without asking.
  public void ran(ToolCall call, ToolResult result, ToolUser user) {
    note(user, ran(brief(call, user), result));
  }

  /// Writes down that somebody's call did not run, since it may not.
  public void refused(ToolCall call, String reason, ToolUser user) {
    note(user, "was refused " + brief(call, user) + ": " + reason);
  }

  private void note(ToolUser user, String what) {
    try {
      calls.note(user.place().tenant(), deed(user.asker(), what));
    } catch (StoreUnavailableException away) {
      log.warn("not in the audit of {}: {} {}", user.place().tenant(), user.asker().id(), what);
    }
  }

  private static String brief(ToolCall call, ToolUser user) {
    String arguments = call.arguments().toString();
    return PendingCall.brief(
        call.name(), arguments, PendingCall.hash(call.name(), arguments), user.place().channel());
  }

  private static String ran(String brief, ToolResult result) {
    return switch (result) {
      case ToolResult.Success _ -> "had the bot run " + brief + ": done";
      case ToolResult.Failure _ -> "had the bot run " + brief + ": failed";
      case ToolResult.Unknown _ -> "had the bot run " + brief + ": nobody knows whether it ran";
      case ToolResult.Waiting _ -> throw new IllegalArgumentException("what waits has not run");
    };
  }

  private Deed deed(Author by, String what) {
    return new Deed(now(), by.id(), by.name(), what);
  }

  /// As exact as the store keeps it.
  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }
}
