package dev.parley.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How records are written to Redis. What a newer version added to them is passed over, so that an
/// older one can take its place again.
final class StoredJson {
  private static final Logger log = LoggerFactory.getLogger(StoredJson.class);
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private StoredJson() {}

  static String written(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not to be written as JSON: " + value.getClass(), e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UnreadableEntryException(type.getSimpleName(), e.getOriginalMessage());
    }
  }

  /// All entries that can be read: one that cannot must not take the others with it.
  static <T> List<T> readAll(List<String> entries, Class<T> type) {
    return entries.stream().flatMap(json -> readable(json, type)).toList();
  }

  private static <T> Stream<T> readable(String json, Class<T> type) {
    try {
      return Stream.of(read(json, type));
    } catch (UnreadableEntryException e) {
      log.error("An entry in Redis is passed over: {}", e.getMessage());
      return Stream.empty();
    }
  }
}
