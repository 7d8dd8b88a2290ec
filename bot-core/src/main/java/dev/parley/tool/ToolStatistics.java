package dev.parley.tool;

import dev.parley.identity.TenantId;
import java.util.List;

/// How calls of tools went of late, counted by all instances together. What was counted moments
/// before an instance died may be missing.
public interface ToolStatistics extends ToolListener {
  /// For how many days calls are counted, today among them; days are those of UTC.
  int DAYS = 7;

  /// The figures of each tool that was called, in no order. Calls that were cancelled are not among
  /// them. Blocks.
  ///
  /// @throws dev.parley.conversation.StoreUnavailableException where the store cannot be asked
  List<ToolFigures> lately(TenantId tenant);
}
