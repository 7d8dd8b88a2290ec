package dev.parley.launcher.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads YAML token by token, because only so are duplicated keys seen and values left as they are
/// written.
final class YamlSettings {
  private static final YAMLFactory YAML = new YAMLFactory();

  private final String file;
  private final JsonParser parser;
  private final List<Mistake> mistakes;

  private YamlSettings(String file, JsonParser parser, List<Mistake> mistakes) {
    this.file = file;
    this.parser = parser;
    this.mistakes = mistakes;
  }

  /// What the text says; all that is wrong with it is added to the mistakes.
  static SettingsTree.Group read(String file, String yaml, List<Mistake> mistakes) {
    try (JsonParser parser = YAML.createParser(yaml)) {
      return new YamlSettings(file, parser, mistakes).document();
    } catch (JsonProcessingException notYaml) {
      mistakes.add(new Mistake(file, "is not YAML: " + firstLine(notYaml)));
      return SettingsTree.Group.EMPTY;
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text could not be read", impossible);
    }
  }

  /// The parser's own message goes on with a piece of the file, which may hold a secret.
  private static String firstLine(JsonProcessingException notYaml) {
    String reason = notYaml.getOriginalMessage().lines().findFirst().orElse("");
    return notYaml.getLocation() == null
        ? reason
        : reason + " (line " + notYaml.getLocation().getLineNr() + ")";
  }

  private SettingsTree.Group document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_OBJECT) {
      return group("");
    }
    if (first != null && first != JsonToken.VALUE_NULL) {
      mistakes.add(new Mistake(file, "needs keys with values, such as http: or redis:"));
    }
    return SettingsTree.Group.EMPTY;
  }

  private SettingsTree.Group group(String path) throws IOException {
    SequencedMap<String, SettingsTree> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      String keyPath = path.isEmpty() ? key : path + "." + key;
      int line = parser.currentLocation().getLineNr();
      parser.nextToken();
      if (entries.put(key, value(keyPath)) != null) {
        mistakes.add(new Mistake(keyPath, "is there twice (line " + line + "); keep one of them"));
      }
    }
    return new SettingsTree.Group(entries);
  }

  private SettingsTree value(String path) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> group(path);
      case START_ARRAY -> items(path);
      case VALUE_NULL -> new SettingsTree.Text("");
      default -> new SettingsTree.Text(parser.getText());
    };
  }

  private SettingsTree items(String path) throws IOException {
    List<SettingsTree> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      entries.add(value(SettingsTree.itemPath(path, entries.size())));
    }
    return new SettingsTree.Items(entries);
  }
}
