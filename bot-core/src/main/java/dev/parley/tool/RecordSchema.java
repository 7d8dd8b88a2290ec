package dev.parley.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The JSON Schema of a record, and the way from JSON that fits it to the record.
final class RecordSchema<A extends Record> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final String UNFITTING = "the arguments do not fit the tool's JSON Schema";

  private final Class<A> type;
  private final ObjectNode json;

  RecordSchema(Class<A> type) {
    this.type = type;
    this.json = schema(type);
  }

  ObjectNode json() {
    return json;
  }

  /// @throws IllegalArgumentException with a reason for the model, where it does not fit
  A read(JsonNode arguments) {
    try {
      return MAPPER.treeToValue(arguments, type);
    } catch (ValueInstantiationException refused) {
      throw new IllegalArgumentException(reason(refused.getCause()), refused);
    } catch (JsonProcessingException unfitting) {
      throw new IllegalArgumentException(UNFITTING, unfitting);
    }
  }

  private static String reason(@Nullable Throwable cause) {
    return cause instanceof IllegalArgumentException
        ? String.valueOf(cause.getMessage())
        : UNFITTING;
  }

  private static ObjectNode schema(Type type) {
    if (type instanceof Class<?> plain) {
      return plain.isRecord() ? ofRecord(plain) : ofPlain(plain);
    }
    ParameterizedType generic = (ParameterizedType) type;
    ObjectNode inner = schema(generic.getActualTypeArguments()[0]);
    if (generic.getRawType() == Optional.class) {
      return inner;
    }
    if (generic.getRawType() == List.class) {
      ObjectNode list = JSON.objectNode().put("type", "array");
      list.set("items", inner);
      return list;
    }
    throw new IllegalStateException("no argument of a tool is " + type);
  }

  private static ObjectNode ofRecord(Class<?> type) {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      ObjectNode property = schema(component.getGenericType());
      @Nullable Argument told = component.getAnnotation(Argument.class);
      if (told != null) {
        property.put("description", told.value());
      }
      properties.set(name(component), property);
      if (component.getType() != Optional.class) {
        required.add(name(component));
      }
    }
    if (!required.isEmpty()) {
      required.forEach(schema.putArray("required")::add);
    }
    return schema;
  }

  private static ObjectNode ofPlain(Class<?> type) {
    if (type.isEnum()) {
      ObjectNode schema = JSON.objectNode().put("type", "string");
      Stream.of(type.getEnumConstants())
          .map(RecordSchema::word)
          .forEach(schema.putArray("enum")::add);
      return schema;
    }
    if (type == String.class) {
      return JSON.objectNode().put("type", "string");
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return JSON.objectNode().put("type", "integer");
    }
    if (type == double.class || type == Double.class || type == BigDecimal.class) {
      return JSON.objectNode().put("type", "number");
    }
    if (type == boolean.class || type == Boolean.class) {
      return JSON.objectNode().put("type", "boolean");
    }
    throw new IllegalStateException("no argument of a tool is " + type);
  }

  /// `timeZone` is `time_zone` to the model.
  private static String name(RecordComponent component) {
    return component.getName().replaceAll("(\\p{Lu})", "_$1").toLowerCase(Locale.ROOT);
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }
}
