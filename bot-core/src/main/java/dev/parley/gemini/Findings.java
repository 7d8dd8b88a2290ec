package dev.parley.gemini;

import com.google.genai.types.GroundingChunk;
import com.google.genai.types.GroundingChunkWeb;
import com.google.genai.types.GroundingMetadata;
import com.google.genai.types.GroundingSupport;
import com.google.genai.types.ToolCall;
import com.google.genai.types.UrlContextMetadata;
import com.google.genai.types.UrlMetadata;
import dev.parley.citation.Source;
import dev.parley.citation.Sources;
import dev.parley.citation.Support;
import dev.parley.citation.Unread;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What Gemini's own tools found for one answer, as its chunks tell: each may tell it again.
final class Findings {
  /// Google's own address that leads to a page; its host says nothing about the page.
  private static final String REDIRECT = "vertexaisearch.cloud.google.com";

  private static final String READ = "URL_RETRIEVAL_STATUS_SUCCESS";
  private static final String UNKNOWN_STATUS = "URL_RETRIEVAL_STATUS_UNSPECIFIED";
  private static final Map<String, String> UNREAD =
      Map.of(
          "URL_RETRIEVAL_STATUS_PAYWALL", "it is behind a paywall",
          "URL_RETRIEVAL_STATUS_UNSAFE", "Google holds it for unsafe");

  private final Set<String> searches = new LinkedHashSet<>();
  private final List<GroundingMetadata> groundings = new ArrayList<>();
  private final List<UrlMetadata> pages = new ArrayList<>();

  void take(GroundingMetadata grounding) {
    grounding.webSearchQueries().stream().flatMap(List::stream).forEach(this::searched);
    groundings.add(grounding);
  }

  void take(UrlContextMetadata read) {
    pages.addAll(read.urlMetadata().orElse(List.of()));
  }

  /// A call of one of its tools: what it searches for is told here first.
  void take(ToolCall call) {
    if (call.toolType().filter(type -> type.toString().startsWith("GOOGLE_SEARCH")).isPresent()
        && call.args().orElse(Map.of()).get("queries") instanceof List<?> queries) {
      queries.forEach(query -> searched(String.valueOf(query)));
    }
  }

  private void searched(String query) {
    if (!query.isBlank()) {
      searches.add(query.strip());
    }
  }

  /// How many searches it made: those with the same words are billed once, and empty ones never
  /// ("Grounding with Google Search").
  int searches() {
    return searches.size();
  }

  Sources sources(SpokenText text) {
    Sources all = Sources.NONE;
    for (GroundingMetadata grounding : groundings) {
      all = all.plus(sources(grounding, text), 0);
    }
    for (UrlMetadata page : pages) {
      all = all.plus(sources(page), 0);
    }
    return all.plus(new Sources(List.of(), List.of(), List.of(), List.copyOf(searches)), 0);
  }

  private static Sources sources(GroundingMetadata grounding, SpokenText text) {
    List<GroundingChunk> chunks = grounding.groundingChunks().orElse(List.of());
    List<Source> found = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (GroundingChunk chunk : chunks) {
      Optional<Source> source = chunk.web().flatMap(Findings::source);
      places.add(source.isPresent() ? found.size() : -1);
      source.ifPresent(found::add);
    }
    List<Support> supports =
        grounding.groundingSupports().stream()
            .flatMap(List::stream)
            .flatMap(support -> support(support, places, text))
            .toList();
    return Sources.NONE.plus(new Sources(found, supports, List.of(), List.of()), 0);
  }

  private static Optional<Source> source(GroundingChunkWeb page) {
    String title = page.title().orElse("").strip();
    return page.uri()
        .filter(address -> !address.isBlank())
        .map(address -> new Source(address, title, page.domain().orElseGet(() -> site(address))));
  }

  private static Stream<Support> support(
      GroundingSupport support, List<Integer> places, SpokenText text) {
    List<Integer> from =
        support.groundingChunkIndices().orElse(List.of()).stream()
            .filter(index -> index >= 0 && index < places.size())
            .map(places::get)
            .filter(place -> place >= 0)
            .toList();
    return from.isEmpty()
        ? Stream.empty()
        : support
            .segment()
            .map(text::end)
            .filter(end -> end.isPresent())
            .map(end -> new Support(end.getAsInt(), from))
            .stream();
  }

  private static Sources sources(UrlMetadata page) {
    String address = page.retrievedUrl().orElse("").strip();
    String status = page.urlRetrievalStatus().map(Object::toString).orElse(UNKNOWN_STATUS);
    if (address.isEmpty() || status.equals(UNKNOWN_STATUS)) {
      return Sources.NONE;
    }
    return status.equals(READ)
        ? new Sources(
            List.of(new Source(address, "", site(address))), List.of(), List.of(), List.of())
        : new Sources(
            List.of(),
            List.of(),
            List.of(new Unread(address, UNREAD.getOrDefault(status, "it could not be had"))),
            List.of());
  }

  private static String site(String address) {
    try {
      String host = Optional.ofNullable(URI.create(address).getHost()).orElse("");
      return host.equals(REDIRECT) ? "" : host;
    } catch (IllegalArgumentException noAddress) {
      return "";
    }
  }
}
