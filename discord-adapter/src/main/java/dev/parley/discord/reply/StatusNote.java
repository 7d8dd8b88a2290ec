package dev.parley.discord.reply;

import dev.parley.command.Plain;
import dev.parley.discord.text.DiscordText;
import dev.parley.platform.ToolStep;
import java.util.List;
import java.util.stream.Collectors;

/// What stands in small letters beneath an answer that grows: what tools do and did, or else what
/// the bot is at.
///
/// @param status as Markdown
/// @param steps since the last words of the answer
record StatusNote(String status, List<ToolStep> steps) {
  static final StatusNote NONE = new StatusNote("", List.of());

  private static final String SMALL = "-# ";
  private static final int LONGEST = 80;
  private static final int MOST_LINES = 4;

  /// Words about what the bot is at come after tools only where none of them runs any more.
  StatusNote withStatus(String what) {
    boolean open = steps.stream().anyMatch(ToolStep::unfinished);
    return new StatusNote(what, open || what.equals(status) ? steps : List.of());
  }

  StatusNote withSteps(List<ToolStep> all) {
    return new StatusNote(status, all);
  }

  String text() {
    if (steps.isEmpty()) {
      return status.isBlank() ? "" : SMALL + DiscordText.of(cut(status));
    }
    int hidden = Math.max(0, steps.size() - MOST_LINES);
    String lines =
        steps.stream().skip(hidden).map(StatusNote::line).collect(Collectors.joining("\n"));
    return hidden == 0 ? lines : SMALL + "… " + hidden + " more before\n" + lines;
  }

  private static String line(ToolStep step) {
    String detail = step.detail().isEmpty() ? "" : " (" + step.detail() + ")";
    String end = step.unfinished() ? "…" : "";
    return SMALL + sign(step) + " " + DiscordText.of(Plain.text(cut(step.title() + detail))) + end;
  }

  private static String sign(ToolStep step) {
    return switch (step.state()) {
      case RUNNING -> "▸";
      case DONE -> "✓";
      case FAILED -> "✗";
      case WAITING -> "⏸";
    };
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    int end = Math.min(line.length(), LONGEST);
    boolean torn = end > 0 && Character.isHighSurrogate(line.charAt(end - 1));
    return line.substring(0, torn ? end - 1 : end);
  }
}
