package dev.parley.launcher.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The YAML file that `PARLEY_CONFIG` names, or else `config/parley.yaml` where there is one.
///
/// The same file as it is shipped is in the jar: it is the defaults, and the list of known keys.
public final class SettingsFile {
  private static final String USUAL = "config/parley.yaml";

  private final Environment environment;
  private final Path path;
  private final boolean named;

  public SettingsFile(Map<String, String> variables, Path currentFolder) {
    this.environment = new Environment(variables);
    this.named = environment.value("PARLEY_CONFIG").isPresent();
    this.path = currentFolder.resolve(environment.value("PARLEY_CONFIG").orElse(USUAL));
  }

  /// Where the file is, or would be.
  public Path path() {
    return path;
  }

  /// Reads all settings.
  ///
  /// @throws SettingsException with all mistakes
  public Settings read() {
    List<Mistake> mistakes = new ArrayList<>();
    SettingsTree.Group defaults = YamlSettings.read("the defaults", shipped(), mistakes);
    SettingsTree.Group given = given(mistakes);
    UnknownKeys.find("", given, defaults, mistakes);
    SettingsReader reader =
        new SettingsReader("", defaults.overlaidBy(given), defaults, environment, mistakes);
    Settings settings = Settings.read(reader, path);
    if (!mistakes.isEmpty()) {
      throw new SettingsException(mistakes);
    }
    return settings;
  }

  private SettingsTree.Group given(List<Mistake> mistakes) {
    if (!named && Files.notExists(path)) {
      return SettingsTree.Group.EMPTY;
    }
    try {
      return YamlSettings.read(path.toString(), Files.readString(path), mistakes);
    } catch (IOException _) {
      mistakes.add(
          new Mistake(path.toString(), "cannot be read as a file of UTF-8 text" + origin()));
      return SettingsTree.Group.EMPTY;
    }
  }

  private String origin() {
    return named ? "; PARLEY_CONFIG names it" : "";
  }

  private static String shipped() {
    try (InputStream resource = SettingsFile.class.getResourceAsStream("/parley.yaml")) {
      if (resource == null) {
        throw new IllegalStateException("the jar lacks parley.yaml");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the jar's parley.yaml cannot be read", broken);
    }
  }
}
