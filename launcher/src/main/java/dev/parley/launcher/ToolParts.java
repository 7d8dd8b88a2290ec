package dev.parley.launcher;

import dev.parley.approval.Approvals;
import dev.parley.approval.PendingCalls;
import dev.parley.command.Command;
import dev.parley.command.ToolApproveCommand;
import dev.parley.command.ToolDeclineCommand;
import dev.parley.engine.RefusalWording;
import dev.parley.illustration.Illustrator;
import dev.parley.illustration.MakePictureTool;
import dev.parley.inbox.Inbox;
import dev.parley.launcher.settings.Settings;
import dev.parley.launcher.settings.ToolRulesSection;
import dev.parley.tool.CurrentTimeTool;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolListener;
import dev.parley.tool.ToolSource;
import dev.parley.tool.Toolbox;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The tools that the model may call.
final class ToolParts {
  /// A picture has some 1,200 tokens, and what the model thinks about it as many again; what is
  /// held back for more than that would only be missing elsewhere.
  private static final int MOST_PICTURE_TOKENS = 4_096;

  private ToolParts() {}

  /// What lets people decide about calls.
  static Approvals approvals(Settings settings, PendingCalls calls, Clock clock) {
    ToolRulesSection rules = settings.tools().rules();
    return new Approvals(calls, rules.policy(), rules.approvalExpiry(), clock, new SecureRandom());
  }

  /// The commands by which they do.
  static List<Command> commands(Approvals approvals, Inbox inbox) {
    return List.of(
        new ToolApproveCommand(approvals, inbox), new ToolDeclineCommand(approvals, inbox));
  }

  /// @param listener hears how each call went
  static Toolbox toolbox(Settings settings, ModelChoice model, ToolListener listener, Clock clock) {
    List<Tool> tools = new ArrayList<>(List.of(new CurrentTimeTool(clock)));
    model
        .pictures()
        .map(id -> new Illustrator(model.model(), id, MOST_PICTURE_TOKENS))
        .map(illustrator -> new MakePictureTool(illustrator, RefusalWording::plain))
        .ifPresent(tools::add);
    return new Toolbox(
        List.of(ToolSource.of(tools)), settings.toolLimits(),
        settings.tools().rules().policy(),
        listener);
  }
}
