package dev.parley.turn;

import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolFiles;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSet;
import java.util.Optional;

/// Stands between the model and those tools of one turn that ask first. Used by one thread.
interface Asking {
  /// Where nobody can be asked.
  Asking NOBODY =
      new Asking() {
        @Override
        public ToolSet offered(ToolSet all) {
          return all.withoutApproval();
        }

        @Override
        public Optional<ToolResult> instead(ToolSet set, ToolCall call, ToolFiles files) {
          return Optional.empty();
        }

        @Override
        public void refused(ToolCall call, String reason) {}

        @Override
        public void keep(ToolCall call, ToolResult result) {}

        @Override
        public void ran(ToolCall call, ToolResult result) {}
      };

  /// The tools that the model may call.
  ToolSet offered(ToolSet all);

  /// A call was made that a rule forbids.
  void refused(ToolCall call, String reason);

  /// What a call comes to that does not run now; empty where it runs.
  ///
  /// @param files take what is too long to be shown
  Optional<ToolResult> instead(ToolSet set, ToolCall call, ToolFiles files);

  /// Lets a call wait whose result, noted in the journal by now, says that it does; repeated,
  /// nothing changes.
  void keep(ToolCall call, ToolResult result);

  /// A call ran that changes something.
  void ran(ToolCall call, ToolResult result);
}
