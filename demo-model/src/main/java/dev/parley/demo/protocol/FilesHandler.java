package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Files API: files that come in one resumable upload, and are kept for a while.
final class FilesHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FilesHandler.class);
  private static final String UPLOAD = "/upload/v1beta/files";
  private static final String ROOT = "/v1beta/files/";
  private static final String UPLOAD_ID = "upload_id=";

  private final KeptFiles files;

  FilesHandler(KeptFiles files) {
    this.files = files;
  }

  void handle(HttpExchange exchange) throws IOException {
    try {
      route(exchange);
    } catch (RefusedException e) {
      Wire.send(exchange, e.error());
    } catch (IOException e) {
      LOG.debug("a client went away before its upload was whole", e);
      exchange.close();
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String command = String.valueOf(exchange.getRequestHeaders().getFirst("X-Goog-Upload-Command"));
    if (path.equals(UPLOAD) && command.equals("start")) {
      ModelsHandler.checkKey(exchange);
      begin(exchange);
    } else if (path.equals(UPLOAD) && command.contains("finalize")) {
      finish(exchange);
    } else if (path.startsWith(ROOT)) {
      ModelsHandler.checkKey(exchange);
      named(exchange, path.substring(ROOT.length()));
    } else {
      throw new RefusedException(ProtocolError.of(404, "Requested entity was not found."));
    }
  }

  private void begin(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String type = exchange.getRequestHeaders().getFirst("X-Goog-Upload-Header-Content-Type");
    if (type == null) {
      throw RefusedException.because("Unsupported MIME type.");
    }
    String host = exchange.getRequestHeaders().getFirst("Host");
    exchange
        .getResponseHeaders()
        .set("X-Goog-Upload-URL", "http://" + host + UPLOAD + "?" + UPLOAD_ID + files.begin(type));
    exchange.getResponseHeaders().set("X-Goog-Upload-Status", "active");
    Wire.send(exchange, 200, JsonNodeFactory.instance.objectNode());
  }

  private void finish(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    String id = query.startsWith(UPLOAD_ID) ? query.substring(UPLOAD_ID.length()) : "";
    KeptFiles.Kept file = files.finish(id, exchange.getRequestBody());
    exchange.getResponseHeaders().set("X-Goog-Upload-Status", "final");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("file", file.described());
    Wire.send(exchange, 200, answer);
  }

  private void named(HttpExchange exchange, String id) throws IOException {
    Optional<KeptFiles.Kept> file = files.find(id);
    if (file.isEmpty()) {
      throw new RefusedException(
          ProtocolError.of(
              403,
              "You do not have permission to access the File " + id + " or it may not exist."));
    }
    if (exchange.getRequestMethod().equals("DELETE")) {
      files.erase(id);
      Wire.send(exchange, 200, JsonNodeFactory.instance.objectNode());
    } else {
      Wire.send(exchange, 200, file.get().described());
    }
  }
}
