package dev.parley.launcher.settings;

import dev.parley.usage.Price;
import dev.parley.usage.PriceList;
import dev.parley.usage.Rates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The file `prices.yaml` beside the settings file, or, where there is none, the one in the jar.
final class PricesFile {
  private static final String NAME = "prices.yaml";
  private static final String ROOT = "prices";
  private static final List<String> ROW_KEYS = List.of("from", "searches", "tiers", "batch");
  private static final List<String> TIER_KEYS = List.of("above");

  private final Path path;

  PricesFile(Path settingsFile) {
    this.path = settingsFile.resolveSibling(NAME);
  }

  /// Where the file is, or would be.
  Path path() {
    return path;
  }

  /// Whether it takes the place of the one in the jar.
  boolean isThere() {
    return Files.exists(path);
  }

  /// Reads all prices; what cannot be read is added to the mistakes.
  PriceList read(List<Mistake> mistakes) {
    SettingsTree.Group file = document(mistakes);
    List<Price> prices = new ArrayList<>();
    for (Map.Entry<String, SettingsTree> entry : models(file, mistakes).entries().entrySet()) {
      prices.addAll(prices(entry.getKey(), entry.getValue(), mistakes));
    }
    return new PriceList(prices);
  }

  private SettingsTree.Group document(List<Mistake> mistakes) {
    if (!isThere()) {
      return YamlSettings.read("the shipped prices", Shipped.text(NAME), mistakes);
    }
    try {
      return YamlSettings.read(path.toString(), Files.readString(path), mistakes);
    } catch (IOException _) {
      mistakes.add(new Mistake(path.toString(), "cannot be read as a file of UTF-8 text"));
      return SettingsTree.Group.EMPTY;
    }
  }

  private SettingsTree.Group models(SettingsTree.Group file, List<Mistake> mistakes) {
    for (String key : file.entries().keySet()) {
      if (!key.equals(ROOT)) {
        mistakes.add(
            new Mistake(
                path.toString(), "has the key " + key + "; all models belong below prices:"));
      }
    }
    if (file.entries().get(ROOT) instanceof SettingsTree.Group models) {
      return models;
    }
    mistakes.add(new Mistake(path.toString(), "needs prices: with the models' ids below it"));
    return SettingsTree.Group.EMPTY;
  }

  private static Collection<Price> prices(String model, SettingsTree list, List<Mistake> mistakes) {
    String modelPath = ROOT + "." + model;
    Map<LocalDate, Price> byDay = new LinkedHashMap<>();
    if (list instanceof SettingsTree.Items(List<SettingsTree> rows) && rows.isEmpty()) {
      mistakes.add(new Mistake(modelPath, "has no price; write one, or take the model away"));
    }
    for (PriceReader row : PriceReader.groups(modelPath, list, ROW_KEYS, mistakes)) {
      Optional<Price> price = price(model, row);
      if (price.isPresent() && byDay.putIfAbsent(price.get().from(), price.get()) != null) {
        row.mistake(
            "from", "is " + price.get().from() + ", as in a row before it; keep one of them");
      }
    }
    return byDay.values();
  }

  private static Optional<Price> price(String model, PriceReader row) {
    Optional<LocalDate> from = row.day("from");
    Rates rates = row.rates();
    long search = row.search("searches");
    List<Price.Tier> tiers = new ArrayList<>(List.of(new Price.Tier(0, rates)));
    for (PriceReader tier : row.list("tiers", TIER_KEYS)) {
      tier(tier, tiers.getLast()).ifPresent(tiers::add);
    }
    Optional<Rates> batch = row.group("batch").map(PriceReader::rates);
    return from.map(day -> new Price(model, day, search, tiers, batch));
  }

  private static Optional<Price.Tier> tier(PriceReader reader, Price.Tier before) {
    Rates rates = reader.rates();
    Optional<Long> above = reader.tokens("above");
    if (above.isPresent() && above.get() <= before.above()) {
      reader.mistake(
          "above",
          "is %d, but must be more than the %d of the tier before it"
              .formatted(above.get(), before.above()));
      return Optional.empty();
    }
    return above.map(tokens -> new Price.Tier(tokens, rates));
  }
}
