package dev.parley.command;

import dev.parley.identity.SessionScope;
import dev.parley.message.Reply;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolAccess;
import dev.parley.tool.ToolFigures;
import dev.parley.tool.ToolStatistics;
import dev.parley.tool.ToolUser;
import dev.parley.tool.Toolbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Lists the tools that there are, on which terms, and how they did of late; and what is off, and
/// why.
public final class ToolsListCommand implements Command {
  private static final String SOURCE = "source";
  private static final String PAGE = "page";
  private static final String SERVER_END = "__";

  private final Toolbox toolbox;
  private final ToolStatistics statistics;

  public ToolsListCommand(Toolbox toolbox, ToolStatistics statistics) {
    this.toolbox = toolbox;
    this.statistics = statistics;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("tools", "list"),
        "Lists the tools that I can use here, and how they do",
        List.of(
            CommandOption.word(SOURCE, "the server whose tools to list", false, "\\D.*"),
            CommandOption.word(PAGE, "which part of a long list", false, "\\d{1,4}")),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  @Override
  public List<String> suggestions(String option, CommandInvocation invocation) {
    return option.equals(SOURCE) ? servers(bySource(user(invocation))) : List.of();
  }

  private static List<String> servers(SortedMap<String, List<Tool>> sources) {
    return sources.keySet().stream().filter(source -> !source.equals(ToolLines.OWN)).toList();
  }

  /// The bot's own tools first, then those of servers.
  private SortedMap<String, List<Tool>> bySource(ToolUser user) {
    return toolbox.all().stream()
        .filter(tool -> tool.suits(user))
        .collect(
            Collectors.groupingBy(
                tool -> source(tool.spec().name()), TreeMap::new, Collectors.toList()));
  }

  private static String source(String name) {
    int end = name.indexOf(SERVER_END);
    return end > 0 ? name.substring(0, end) : ToolLines.OWN;
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    ToolUser user = user(invocation);
    SortedMap<String, List<Tool>> sources = bySource(user);
    Optional<String> source = invocation.option(SOURCE);
    if (source.filter(wanted -> !sources.containsKey(wanted)).isPresent()) {
      return Reply.notice(unknown(source.get(), servers(sources)));
    }
    Map<String, ToolFigures> figures =
        statistics.lately(invocation.place().tenant()).stream()
            .collect(Collectors.toMap(ToolFigures::tool, Function.identity()));
    ToolLines lines = new ToolLines(tool -> terms(toolbox.access(tool, user)), figures);
    Optional<Integer> page = invocation.option(PAGE).map(ToolsListCommand::number);
    return Reply.answer(
        source.isEmpty() && page.isEmpty()
            ? lines.all(sources, toolbox.absent())
            : lines.page(
                source.orElse(ToolLines.OWN),
                sources.getOrDefault(source.orElse(ToolLines.OWN), List.of()),
                page.orElse(1)));
  }

  private static ToolUser user(CommandInvocation invocation) {
    return new ToolUser(
        invocation.place().conversation(SessionScope.THREAD, invocation.author().id()),
        invocation.place(),
        invocation.author(),
        invocation.groups());
  }

  private static String terms(ToolAccess access) {
    return switch (access.kind()) {
      case ALLOWED -> "";
      case ASKS_FIRST -> "asks first";
      case REFUSED -> "not allowed here: " + access.reason();
    };
  }

  private static int number(String page) {
    return page.matches("\\d{1,4}") ? Integer.parseInt(page) : 1;
  }

  private static String unknown(String wanted, List<String> servers) {
    String there =
        servers.isEmpty()
            ? "`/tools list` lists all that there are."
            : servers.stream().collect(Collectors.joining("`, `", "There is `", "`."));
    return "There are no tools of “%s”. %s".formatted(Plain.text(wanted), there);
  }
}
