package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/// Where the events of an answer go: an event stream, or one response with all of them.
interface Outlet {
  void chunk(JsonNode chunk) throws IOException;

  void error(ProtocolError error) throws IOException;

  /// The answer is over.
  void end() throws IOException;
}
