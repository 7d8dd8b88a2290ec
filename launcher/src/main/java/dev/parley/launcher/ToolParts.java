package dev.parley.launcher;

import dev.parley.approval.Approvals;
import dev.parley.attachment.DocumentReader;
import dev.parley.command.Command;
import dev.parley.command.ToolApproveCommand;
import dev.parley.command.ToolDeclineCommand;
import dev.parley.command.ToolsListCommand;
import dev.parley.engine.RefusalWording;
import dev.parley.illustration.Illustrator;
import dev.parley.illustration.MakePictureTool;
import dev.parley.inbox.Inbox;
import dev.parley.launcher.settings.Settings;
import dev.parley.launcher.settings.ToolRulesSection;
import dev.parley.redis.RedisStore;
import dev.parley.tool.CurrentTimeTool;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolListener;
import dev.parley.tool.ToolSource;
import dev.parley.tool.ToolStatistics;
import dev.parley.tool.Toolbox;
import dev.parley.turn.TurnRunner;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

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
  /// A picture has some 1,200 tokens, and what the model thinks about it as many again; what is
  /// held back for more than that would only be missing elsewhere.
  private static final int MOST_PICTURE_TOKENS = 4_096;

  static ToolParts make(
      Settings settings,
      RedisStore store,
      ModelChoice model,
      DocumentReader documents,
      MeterRegistry metrics,
      Clock clock) {
    FetchParts fetch = FetchParts.make(settings.tools().fetch(), documents);
    ToolRulesSection rules = settings.tools().rules();
    ToolStatistics statistics = store.toolStatistics(clock);
    return new ToolParts(
        settings,
        List.of(ToolSource.of(own(model, fetch, clock))),
        new Approvals(
            store.pendingCalls(),
            rules.policy(),
            rules.approvalExpiry(),
            clock,
            new SecureRandom()),
        statistics,
        new ToolMetrics(metrics, statistics));
  }

  private static List<Tool> own(ModelChoice model, FetchParts fetch, Clock clock) {
    List<Tool> tools = new ArrayList<>(List.of(new CurrentTimeTool(clock)));
    model
        .pictures()
        .map(id -> new Illustrator(model.model(), id, MOST_PICTURE_TOKENS))
        .map(illustrator -> new MakePictureTool(illustrator, RefusalWording::plain))
        .ifPresent(tools::add);
    fetch.pages().ifPresent(tools::add);
    return tools;
  }

  /// For callers that keep the conversation themselves.
  Toolbox forCallers() {
    return toolbox(anywhere).forCallers();
  }

  /// For conversations.
  Toolbox inConversations() {
    return toolbox(anywhere);
  }

  private Toolbox toolbox(List<ToolSource> sources) {
    return new Toolbox(
        sources, settings.toolLimits(), settings.tools().rules().policy(), listener);
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
