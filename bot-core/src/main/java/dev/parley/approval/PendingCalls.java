package dev.parley.approval;

import dev.parley.identity.TenantId;
import dev.parley.quota.QuotaBook.Deed;
import dev.parley.tool.ToolResult;
import java.util.Optional;

/// Where calls wait, and what became of them; kept long enough that whoever presses late is told
/// the truth. What is done is written down for the audit in the same step.
///
/// All methods block, may be repeated with the same arguments, and throw
/// [dev.parley.conversation.StoreUnavailableException] where the store cannot be asked.
public interface PendingCalls {
  /// Lets a call wait, unless one with its id does.
  void ask(PendingCall call, Deed deed);

  Optional<Known> find(TenantId tenant, String id);

  /// Decides about a call, unless somebody has.
  ///
  /// @return the first decision; empty where the call is not known any more
  Optional<Decision> decide(TenantId tenant, String id, Decision decision, Deed deed);

  /// Notes that an approved call begins to run.
  ///
  /// @param attempt the same one where this is repeated
  Begun begin(TenantId tenant, String id, String attempt);

  /// Keeps what came of a call; of two, the first.
  void end(TenantId tenant, String id, ToolResult result, Deed deed);

  /// Writes down what was done without a call that waits.
  void note(TenantId tenant, Deed deed);

  /// A call, and what was decided about it.
  record Known(PendingCall call, Optional<Decision> decision) {}

  /// How far the run of a call has come.
  sealed interface Begun {
    /// It begins with this.
    record Now() implements Begun {}

    /// It was begun before, and nobody has noted its end.
    record Before() implements Begun {}

    /// It is over.
    record Ended(ToolResult result) implements Begun {}

    /// The call is not known any more.
    record Gone() implements Begun {}
  }
}
