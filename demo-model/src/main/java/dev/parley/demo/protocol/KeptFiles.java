package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// What is known of the files that were uploaded: their types and sizes, and none of their bytes.
public final class KeptFiles {
  /// Gemini's documentation, "Files API".
  private static final Duration KEPT_FOR = Duration.ofDays(2);

  private static final String URI = "https://generativelanguage.googleapis.com/v1beta/files/";

  private final Map<String, String> begun = new ConcurrentHashMap<>();
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final Clock clock;

  /// @param clock tells when files expire
  public KeptFiles(Clock clock) {
    this.clock = clock;
  }

  /// A file that was uploaded.
  ///
  /// @param id the last part of its name and of its address
  public record Kept(String id, String mediaType, long size, Instant expires) {
    ObjectNode described() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("name", "files/" + id)
          .put("mimeType", mediaType)
          .put("sizeBytes", Long.toString(size))
          .put("expirationTime", expires.toString())
          .put("uri", URI + id)
          .put("state", "ACTIVE");
    }
  }

  String begin(String mediaType) {
    String id = UUID.randomUUID().toString();
    begun.put(id, mediaType);
    return id;
  }

  Kept finish(String upload, InputStream content) throws IOException {
    String mediaType = begun.remove(upload);
    if (mediaType == null) {
      throw RefusedException.because("The upload is not known.");
    }
    long size = content.transferTo(OutputStream.nullOutputStream());
    String id = UUID.randomUUID().toString().substring(0, 12);
    Kept file = new Kept(id, mediaType, size, clock.instant().plus(KEPT_FOR));
    kept.put(id, file);
    return file;
  }

  /// A file by its id.
  public Optional<Kept> find(String id) {
    return Optional.ofNullable(kept.get(id)).filter(file -> clock.instant().isBefore(file.expires));
  }

  /// The file at an address that a request names.
  public Optional<Kept> at(String uri) {
    return uri.startsWith(URI) ? find(uri.substring(URI.length())) : Optional.empty();
  }

  /// Erases a file; its requests are refused from now on.
  public void erase(String id) {
    kept.remove(id);
  }

  /// How many there are.
  public int count() {
    return kept.size();
  }
}
