package dev.parley.mcp;

import dev.parley.message.Moment;
import dev.parley.picture.PictureIntake;
import dev.parley.picture.PictureSettings;
import dev.parley.tool.AbsentTool;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolSource;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tools of all MCP servers that an admin has named.
public final class McpToolSource implements ToolSource, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(McpToolSource.class);

  private final List<McpServer> servers;

  private McpToolSource(List<McpServer> servers) {
    this.servers = List.copyOf(servers);
  }

  /// Begins to connect to servers, and does not wait for any.
  ///
  /// @param pictures limits for those that the servers answer with
  public static McpToolSource begin(
      List<McpServerSettings> servers, PictureSettings pictures, Clock clock) {
    return begin(servers, pictures, Pace.USUAL, clock);
  }

  static McpToolSource begin(
      List<McpServerSettings> servers, PictureSettings pictures, Pace pace, Clock clock) {
    ForeignMedia media = new ForeignMedia(new PictureIntake(pictures));
    McpToolSource source =
        new McpToolSource(
            servers.stream().map(settings -> server(settings, media, pace, clock)).toList());
    source.servers.forEach(McpServer::begin);
    return source;
  }

  private static McpServer server(
      McpServerSettings settings, ForeignMedia media, Pace pace, Clock clock) {
    AnswerReader reader = new AnswerReader(settings.name(), settings.secrets(), media);
    return new McpServer(
        settings, (server, listed) -> OfferedTools.of(server, listed, reader), pace, clock);
  }

  @Override
  public List<Tool> tools() {
    return servers.stream()
        .flatMap(
            server ->
                server.phase() instanceof ServerState.Up up
                    ? up.tools().tools().stream()
                    : Stream.empty())
        .toList();
  }

  @Override
  public List<AbsentTool> absent() {
    return servers.stream().flatMap(McpToolSource::absent).toList();
  }

  private static Stream<AbsentTool> absent(McpServer server) {
    String name = server.settings().name();
    String all = name + "__*";
    return switch (server.phase()) {
      case ServerState.Up up -> up.tools().leftOut().stream();
      case ServerState.Starting _ ->
          Stream.of(new AbsentTool(all, "The server `%s` is being connected to.".formatted(name)));
      case ServerState.Down down ->
          Stream.of(
              new AbsentTool(
                  all,
                  "The server `%s` does not answer: it %s; tried again at %s."
                      .formatted(
                          name, down.reason(), Moment.markdown(down.again(), ZoneOffset.UTC))));
      case ServerState.Closed _ -> Stream.empty();
    };
  }

  /// Disconnects from all, side by side.
  @Override
  public void close() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      servers.forEach(server -> threads.execute(() -> close(server)));
    }
  }

  private static void close(McpServer server) {
    try {
      server.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      log.debug("MCP server {}: its end was interrupted", server.settings().name());
    }
  }
}
