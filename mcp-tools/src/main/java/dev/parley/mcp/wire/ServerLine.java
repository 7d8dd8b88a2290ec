package dev.parley.mcp.wire;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.secret.Secret;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The line to a server: what messages go over, and how it is hung up.
///
/// @param hangUp ends what is behind the transport; blocks for some seconds at most
record ServerLine(McpClientTransport transport, Consumer<Boolean> hangUp) {
  private static final Logger log = LoggerFactory.getLogger(ServerLine.class);
  private static final McpJsonMapper JSON = new JacksonMcpJsonMapper(JsonMapper.builder().build());
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /// A picture of 10 MB in base64, with room to spare.
  private static final int MOST_BYTES = 16 << 20;

  /// @throws NoConnectionException where there is nothing to speak with
  static ServerLine to(String name, ServerPlace place, News news) {
    return switch (place) {
      case ServerPlace.Program program -> program(name, program, news);
      case ServerPlace.Address address -> address(address, news);
    };
  }

  private static ServerLine program(String name, ServerPlace.Program program, News news) {
    try {
      ServerProcess process = ServerProcess.start(program);
      return new ServerLine(
          new ProgramTransport(name, process, JSON, MOST_BYTES, news::end), process::stop);
    } catch (IOException impossible) {
      log.debug("MCP server {} cannot be started", name, impossible);
      throw new NoConnectionException(
          "cannot be started (is there a program of this name?)", impossible);
    }
  }

  private static ServerLine address(ServerPlace.Address address, News news) {
    OwnHttpClient client = new OwnHttpClient(CONNECT_TIMEOUT);
    HttpClientStreamableHttpTransport transport =
        HttpClientStreamableHttpTransport.builder(base(address.uri()))
            .endpoint(path(address.uri()))
            .clientBuilder(client)
            .jsonMapper(JSON)
            .maxResponseSize(MOST_BYTES)
            .addHttpRequestCustomizer(
                (request, _, _, _, _) -> {
                  for (Map.Entry<String, Secret> header : address.headers().entrySet()) {
                    request.setHeader(header.getKey(), header.getValue().reveal());
                  }
                })
            .build();
    transport.setExceptionHandler(
        failure -> {
          log.debug("an MCP server's connection broke", failure);
          news.doubt();
        });
    return new ServerLine(transport, _ -> client.close());
  }

  private static String base(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
