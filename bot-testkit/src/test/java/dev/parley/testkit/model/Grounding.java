package dev.parley.testkit.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.citation.Source;
import dev.parley.citation.Sources;
import dev.parley.citation.Support;
import java.nio.charset.StandardCharsets;

/// What an answer rests on, as Gemini tells it.
final class Grounding {
  private Grounding() {}

  /// The fields beside an answer's content.
  static ObjectNode of(String text, Sources sources) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = fields.putObject("groundingMetadata");
    ArrayNode chunks = metadata.putArray("groundingChunks");
    for (Source page : sources.pages()) {
      chunks
          .addObject()
          .putObject("web")
          .put("uri", page.address())
          .put("title", page.title())
          .put("domain", page.site());
    }
    ArrayNode supports = metadata.putArray("groundingSupports");
    for (Support support : sources.supports()) {
      String segment = text.substring(0, support.end());
      ObjectNode told = supports.addObject();
      told.putObject("segment")
          .put("endIndex", segment.getBytes(StandardCharsets.UTF_8).length)
          .put("text", segment);
      support.sources().forEach(told.putArray("groundingChunkIndices")::add);
    }
    ArrayNode queries = metadata.putArray("webSearchQueries");
    sources.searches().forEach(queries::add);
    metadata.putObject("searchEntryPoint").put("renderedContent", "<div>chips</div>");
    return fields;
  }
}
