package dev.parley.command;

import dev.parley.tool.AbsentTool;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolFigures;
import dev.parley.tool.ToolStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tools as people are shown them, as many at once as one reply has room for.
///
/// @param terms on which each is used
/// @param figures by name
record ToolLines(Function<Tool, String> terms, Map<String, ToolFigures> figures) {
  /// The source of tools that no server's name stands before.
  static final String OWN = "";

  private static final int PAGE = 20;

  /// Of one server, where all servers are listed.
  private static final int MOST_OF_SERVER = 5;

  private static final int MOST_SERVERS = 6;
  private static final int MOST_ABSENT = 12;
  private static final int LONGEST = 110;

  private static final Pattern SENTENCE = Pattern.compile("^(.+?[.!?])(?:\\s|$)", Pattern.DOTALL);

  /// All, with what is off.
  String all(SortedMap<String, List<Tool>> sources, List<AbsentTool> absent) {
    List<String> parts = new ArrayList<>();
    parts.add(
        sources.isEmpty()
            ? "There are no tools here."
            : "What I can do besides talk, and how that went in the last %d days, where it was used:"
                .formatted(ToolStatistics.DAYS));
    sources.entrySet().stream()
        .limit(MOST_SERVERS)
        .forEach(source -> parts.add(some(source.getKey(), source.getValue())));
    if (sources.size() > MOST_SERVERS) {
      parts.add(
          sources.keySet().stream()
              .skip(MOST_SERVERS)
              .map(server -> "`/tools list " + server + "`")
              .reduce((one, other) -> one + ", " + other)
              .map(others -> "More: " + others)
              .orElse(""));
    }
    if (!absent.isEmpty()) {
      parts.add(off(absent));
    }
    return String.join("\n\n", parts);
  }

  private String some(String source, List<Tool> tools) {
    int most = source.equals(OWN) ? PAGE : MOST_OF_SERVER;
    String list = list(source, tools, tools.subList(0, Math.min(most, tools.size())));
    if (tools.size() <= most) {
      return list;
    }
    String line = source.equals(OWN) ? "/tools list 2" : "/tools list " + source;
    return list + "\n- … and %d more: `%s`".formatted(tools.size() - most, line);
  }

  /// One part of the tools of one source.
  ///
  /// @param number of the part, from 1
  String page(String source, List<Tool> tools, int number) {
    int pages = Math.max(1, (tools.size() + PAGE - 1) / PAGE);
    int page = Math.max(1, Math.min(number, pages));
    int from = (page - 1) * PAGE;
    String list = list(source, tools, tools.subList(from, Math.min(from + PAGE, tools.size())));
    if (page == pages) {
      return list;
    }
    String server = source.equals(OWN) ? "" : source + " ";
    return list
        + "\n\nPart %d of %d; next: `/tools list %s%d`".formatted(page, pages, server, page + 1);
  }

  private String list(String source, List<Tool> all, List<Tool> some) {
    String heading =
        source.equals(OWN) ? "" : "**%s** (%d)\n\n".formatted(Plain.text(source), all.size());
    return heading + String.join("\n", some.stream().map(this::line).toList());
  }

  private String line(Tool tool) {
    String name = tool.spec().name();
    String on = terms.apply(tool);
    return "- `%s`: %s%s%s"
        .formatted(
            name,
            Plain.text(firstSentence(tool.spec().description())),
            on.isEmpty() ? "" : " *" + Plain.text(on) + "*",
            figures.containsKey(name) ? " (" + told(figures.get(name)) + ")" : "");
  }

  private static String firstSentence(String description) {
    String line = description.replaceAll("\\s+", " ").strip();
    Matcher sentence = SENTENCE.matcher(line);
    String first = sentence.find() ? sentence.group(1) : line;
    return first.codePointCount(0, first.length()) <= LONGEST
        ? first
        : first.substring(0, first.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
  }

  private static String told(ToolFigures figures) {
    return "%s, half within %s, 95 %% within %s, %s failed"
        .formatted(
            figures.calls() == 1 ? "1 call" : "%,d calls".formatted(figures.calls()),
            time(figures.median()),
            time(figures.p95()),
            figures.failures() == 0 ? "none" : figures.percentFailed() + " %");
  }

  private static String time(Duration time) {
    return time.toMillis() < 1_000
        ? time.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0);
  }

  private static String off(List<AbsentTool> absent) {
    List<String> lines =
        absent.stream()
            .limit(MOST_ABSENT)
            .map(tool -> "- `%s`: %s".formatted(code(tool.name()), Plain.text(tool.reason())))
            .toList();
    String more =
        absent.size() > MOST_ABSENT
            ? "\n- … and %d more".formatted(absent.size() - MOST_ABSENT)
            : "";
    return "**Off**\n\n" + String.join("\n", lines) + more;
  }

  private static String code(String name) {
    return name.replaceAll("[`\\p{Cntrl}]", "");
  }
}
