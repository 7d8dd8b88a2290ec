package dev.parley.mcp;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.mcp.wire.ServerPlace;
import dev.parley.picture.PictureSettings;
import dev.parley.secret.Secret;
import dev.parley.testkit.mcp.FakeMcpProgram;
import dev.parley.testkit.mcp.FakeMcpSite;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolUser;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A bot that uses one MCP server, and Ann, for whom it does.
final class Situation implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration SHORT = Duration.ofMillis(200);

  /// Looked after often, so that tests need not wait.
  private static final Pace QUICK =
      new Pace(
          SHORT,
          Duration.ofSeconds(20),
          Duration.ofMinutes(5),
          Duration.ofMillis(10),
          Duration.ofMinutes(1),
          Duration.ofMillis(50),
          Duration.ofMillis(300));

  private final InMemoryToolFiles files = new InMemoryToolFiles();
  private final McpToolSource source;

  private Situation(McpServerSettings server, Pace pace) {
    this.source =
        McpToolSource.begin(List.of(server), PictureSettings.DEFAULTS, pace, Clock.systemUTC());
  }

  static Situation of(McpServerSettings server) {
    return new Situation(server, QUICK);
  }

  /// With little patience for a server that does not answer.
  static Situation impatient(McpServerSettings server) {
    return new Situation(
        server, new Pace(SHORT, SHORT, Duration.ofMinutes(5), SHORT, SHORT, SHORT, SHORT));
  }

  static Situation program(String... flags) {
    return of(settings(program(Map.of(), flags)));
  }

  static ServerPlace program(Map<String, Secret> environment, String... flags) {
    return new ServerPlace.Program(FakeMcpProgram.command(flags), environment);
  }

  static ServerPlace site(URI uri) {
    return new ServerPlace.Address(uri, Map.of("Authorization", Secret.of(FakeMcpSite.KEY)));
  }

  static McpServerSettings settings(ServerPlace place) {
    return settings(place, List.of("*"), List.of(), PATIENCE);
  }

  static McpServerSettings settings(
      ServerPlace place, List<String> allowed, List<String> blocked, Duration timeLimit) {
    return new McpServerSettings(
        "fake",
        place,
        allowed.stream().map(NamePattern::new).toList(),
        blocked.stream().map(NamePattern::new).toList(),
        List.of(),
        false,
        List.of(Secret.of(FakeMcpSite.KEY), Secret.of("token-of-the-fake")),
        timeLimit,
        PATIENCE);
  }

  McpToolSource source() {
    return source;
  }

  InMemoryToolFiles files() {
    return files;
  }

  List<String> names() {
    return source.tools().stream().map(tool -> tool.spec().name()).toList();
  }

  /// Once the server offers it.
  Tool tool(String name) {
    await().atMost(PATIENCE).until(() -> names().contains(name));
    return source.tools().stream()
        .filter(tool -> tool.spec().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  ToolResult run(String name, String text) {
    return run(tool(name), text);
  }

  ToolResult run(Tool tool, String text) {
    return run(tool, JsonNodeFactory.instance.objectNode().put("text", text));
  }

  ToolResult run(Tool tool, JsonNode arguments) {
    return tool.run(arguments, context());
  }

  /// What a tool says that succeeds.
  String told(String name, String text) {
    return told(run(name, text));
  }

  static String told(ToolResult result) {
    return ((ToolResult.Success) result).output().path("text").asText();
  }

  static String reason(ToolResult result) {
    return ((ToolResult.Failure) result).reason();
  }

  private ToolContext context() {
    TenantId tenant = new TenantId(new PlatformName("web"), "local");
    Author ann = new Author(new UserId("ann"), "Ann");
    Place place = new Place(tenant, "x", Optional.empty(), true);
    return new ToolContext(
        new ToolUser(place.conversation(SessionScope.CHANNEL, ann.id()), place, ann, Set.of()),
        new Booking(
            new Payer(tenant, "x", ann.id(), ann.name(), Set.of()),
            Purpose.ANSWER,
            Optional.empty()),
        files);
  }

  @Override
  public void close() {
    source.close();
  }
}
