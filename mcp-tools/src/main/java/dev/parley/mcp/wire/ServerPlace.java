package dev.parley.mcp.wire;

import dev.parley.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Where an MCP server is.
public sealed interface ServerPlace {
  /// A program that is started, and spoken with by its standard input and output.
  ///
  /// @param command the program and its arguments
  /// @param environment what it sees of an environment besides `PATH`, `HOME` and `LANG`
  record Program(List<String> command, Map<String, Secret> environment) implements ServerPlace {
    public Program {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
      if (command.isEmpty()) {
        throw new IllegalArgumentException("a program needs a command");
      }
    }
  }

  /// An address of the Streamable HTTP transport.
  ///
  /// @param headers that go with each request
  record Address(URI uri, Map<String, Secret> headers) implements ServerPlace {
    public Address {
      headers = Map.copyOf(headers);
    }
  }
}
