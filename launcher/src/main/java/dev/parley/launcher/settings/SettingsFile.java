package dev.parley.launcher.settings;

import dev.parley.model.OfflineEmbedder;
import dev.parley.usage.PriceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The YAML file that `PARLEY_CONFIG` names, or else `config/parley.yaml` where there is one.
///
/// The same file as it is shipped is in the jar: it is the defaults, and the list of known keys.
public final class SettingsFile {
  private static final String USUAL = "config/parley.yaml";

  private final Clock clock;
  private final Environment environment;
  private final Path path;
  private final boolean named;

  public SettingsFile(Map<String, String> variables, Path currentFolder) {
    this(variables, currentFolder, Clock.systemUTC());
  }

  /// @param clock tells which prices are in force
  SettingsFile(Map<String, String> variables, Path currentFolder, Clock clock) {
    this.clock = clock;
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
    SettingsTree.Group defaults =
        YamlSettings.read("the defaults", Shipped.text("parley.yaml"), mistakes);
    SettingsTree.Group given = given(mistakes);
    UnknownKeys.find("", given, defaults, mistakes);
    SettingsReader reader =
        new SettingsReader("", defaults.overlaidBy(given), defaults, environment, mistakes);
    Settings settings = priced(reader, mistakes);
    if (!mistakes.isEmpty()) {
      throw new SettingsException(mistakes);
    }
    return settings;
  }

  /// Models are looked up in prices that are right only: each mistake is told once.
  private Settings priced(SettingsReader reader, List<Mistake> mistakes) {
    PricesFile file = new PricesFile(path);
    List<Mistake> wrongPrices = new ArrayList<>();
    PriceList prices = file.read(wrongPrices);
    Settings settings = Settings.read(reader, path, prices);
    if (wrongPrices.isEmpty()) {
      PricedModels priced = new PricedModels(prices, file, clock.instant(), mistakes);
      priced.check(settings.gemini());
      priced.check(settings.knowledge(), settings.gemini());
    }
    VectorMistakes.find(
        settings.knowledge(), settings.gemini(), OfflineEmbedder.find().isPresent(), mistakes);
    mistakes.addAll(wrongPrices);
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
}
