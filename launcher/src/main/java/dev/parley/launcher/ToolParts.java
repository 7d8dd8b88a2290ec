package dev.parley.launcher;

import dev.parley.approval.Approvals;
import dev.parley.command.Command;
import dev.parley.command.ToolApproveCommand;
import dev.parley.command.ToolDeclineCommand;
import dev.parley.command.ToolsListCommand;
import dev.parley.inbox.Inbox;
import dev.parley.launcher.settings.Settings;
import dev.parley.launcher.settings.ToolRulesSection;
import dev.parley.redis.RedisStore;
import dev.parley.tool.SwitchedTools;
import dev.parley.tool.ToolListener;
import dev.parley.tool.ToolSource;
import dev.parley.tool.ToolStatistics;
import dev.parley.tool.Toolbox;
import dev.parley.turn.TurnRunner;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// The tools that the model may call, who is asked about them, and how they do.
///
/// @param anywhere what needs no conversation on a platform
/// @param approvals lets people decide about calls
/// @param statistics how calls went of late
/// @param listener hears how each call went
record ToolParts(
    Settings settings,
    List<ToolSource> anywhere,
    Approvals approvals,
    ToolStatistics statistics,
    ToolListener listener) {
  static ToolParts make(
      Settings settings,
      RedisStore store,
      List<ToolSource> anywhere,
      MeterRegistry metrics,
      Clock clock) {
    ToolRulesSection rules = settings.tools().rules();
    ToolStatistics statistics = store.toolStatistics(clock);
    return new ToolParts(
        settings,
        anywhere,
        new Approvals(
            store.pendingCalls(),
            rules.policy(),
            rules.approvalExpiry(),
            clock,
            new SecureRandom()),
        statistics,
        new ToolMetrics(metrics, statistics));
  }

  /// For callers that keep the conversation themselves.
  ///
  /// @param looking into what they may see
  Toolbox forCallers(List<ToolSource> looking) {
    return toolbox(looking).forCallers();
  }

  /// For conversations.
  ///
  /// @param looking into what was said in them, and into what their people may see
  Toolbox inConversations(List<ToolSource> looking) {
    return toolbox(looking);
  }

  private Toolbox toolbox(List<ToolSource> looking) {
    return new Toolbox(
        Stream.concat(anywhere.stream(), looking.stream())
            .<ToolSource>map(source -> new SwitchedTools(source, settings.tools().off()))
            .toList(),
        settings.toolLimits(),
        settings.tools().rules().policy(),
        listener);
  }

  /// What turns are given.
  TurnRunner.Tools forTurns(Toolbox tools) {
    return new TurnRunner.Tools(tools, approvals);
  }

  /// The commands about tools.
  List<Command> commands(Toolbox tools, Inbox inbox) {
    return List.of(
        new ToolsListCommand(tools, statistics),
        new ToolApproveCommand(approvals, inbox),
        new ToolDeclineCommand(approvals, inbox));
  }
}
