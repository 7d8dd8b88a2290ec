package dev.parley.httptool;

import dev.parley.fetch.Fetcher;
import dev.parley.tool.AbsentTool;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolSource;
import java.time.Clock;
import java.util.List;

/// The tools that are declared, and those that lack something.
public final class HttpTools implements ToolSource {
  private final List<Tool> tools;
  private final List<AbsentTool> absent;

  public HttpTools(
      List<ToolDeclaration> declarations, List<AbsentTool> absent, Fetcher fetcher, Clock clock) {
    Questioner questioner = new Questioner(fetcher, clock, Thread::sleep);
    this.tools =
        declarations.stream()
            .<Tool>map(declaration -> new HttpTool(declaration, questioner))
            .toList();
    this.absent = List.copyOf(absent);
  }

  @Override
  public List<Tool> tools() {
    return tools;
  }

  @Override
  public List<AbsentTool> absent() {
    return absent;
  }
}
