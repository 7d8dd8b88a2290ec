package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything below `/v1beta/models`.
final class ModelsHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ModelsHandler.class);
  private static final String ROOT = "/v1beta/models";
  private static final Pattern MODEL = Pattern.compile(ROOT + "/([^/:]+)(?::(\\w+))?");

  private final Responder responder;
  private final KeptFiles files;
  private final TokenMeter meter = new TokenMeter();

  ModelsHandler(Responder responder, KeptFiles files) {
    this.responder = responder;
    this.files = files;
  }

  void handle(HttpExchange exchange) throws IOException {
    try {
      checkKey(exchange);
      route(exchange);
    } catch (RefusedException e) {
      Wire.send(exchange, e.error());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    } catch (IOException e) {
      LOG.debug("a client went away before its answer was whole", e);
      exchange.close();
    }
  }

  static void checkKey(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    boolean inQuery = query != null && query.matches("(.*&)?key=[^&]+.*");
    String header = exchange.getRequestHeaders().getFirst("x-goog-api-key");
    if (!inQuery && (header == null || header.isBlank())) {
      throw new RefusedException(
          ProtocolError.of(
              403, "Method doesn't allow unregistered callers. Please use an API key."));
    }
  }

  private void route(HttpExchange exchange) throws IOException, InterruptedException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals(ROOT)) {
      Wire.send(exchange, 200, ModelCatalog.list());
      return;
    }
    Matcher named = MODEL.matcher(path);
    if (!named.matches()) {
      throw new RefusedException(ProtocolError.of(404, "Requested entity was not found."));
    }
    String model = named.group(1);
    if (!ModelCatalog.knows(model)) {
      throw new RefusedException(
          ProtocolError.of(404, "models/" + model + " is not found for API version v1beta."));
    }
    act(exchange, model, named.group(2) == null ? "" : named.group(2));
  }

  private void act(HttpExchange exchange, String model, String method)
      throws IOException, InterruptedException {
    switch (method) {
      case "" -> Wire.send(exchange, 200, ModelCatalog.describe(model));
      case "generateContent" -> generate(exchange, model, new WholeOutlet(exchange));
      case "streamGenerateContent" -> generate(exchange, model, new EventStreamOutlet(exchange));
      case "countTokens" -> Wire.send(exchange, 200, counted(model, Wire.read(exchange)));
      case "batchEmbedContents" ->
          Wire.send(exchange, 200, embedded(new GeminiRequest(model, Wire.read(exchange))));
      default -> throw new RefusedException(ProtocolError.of(404, "Unknown method " + method));
    }
  }

  private void generate(HttpExchange exchange, String model, Outlet outlet)
      throws IOException, InterruptedException {
    GeminiRequest request = new GeminiRequest(model, Wire.read(exchange));
    RequestRules.check(request);
    checkFiles(request);
    ChunkWriter writer = new ChunkWriter(request, meter.count(request));
    new AnswerPlay(exchange, outlet, writer).play(answerTo(request));
  }

  private void checkFiles(GeminiRequest request) {
    for (JsonNode content : request.contents()) {
      for (JsonNode file : GeminiRequest.held(content, "fileData")) {
        String uri = file.path("fileUri").asText();
        if (files.at(uri).isEmpty()) {
          throw new RefusedException(
              ProtocolError.of(
                  403,
                  "You do not have permission to access the File "
                      + uri
                      + " or it may not exist."));
        }
      }
    }
  }

  private List<Step> answerTo(GeminiRequest request) {
    try {
      return responder.answer(request);
    } catch (RuntimeException e) {
      LOG.error("the responder failed", e);
      return List.of(new Step.Fail(ProtocolError.of(500, "Internal error encountered.")));
    }
  }

  private ObjectNode counted(String model, JsonNode body) {
    JsonNode counted =
        body.path("generateContentRequest").isObject() ? body.path("generateContentRequest") : body;
    GeminiRequest request = new GeminiRequest(model, counted);
    responder
        .counting(request)
        .ifPresent(
            error -> {
              throw new RefusedException(error);
            });
    return JsonNodeFactory.instance.objectNode().put("totalTokens", TokenMeter.tokensOf(counted));
  }

  private ObjectNode embedded(GeminiRequest batch) {
    EmbeddingRules.check(batch);
    responder
        .embedding(batch)
        .ifPresent(
            error -> {
              throw new RefusedException(error);
            });
    return responder.embedded(Embeddings.of(batch));
  }
}
