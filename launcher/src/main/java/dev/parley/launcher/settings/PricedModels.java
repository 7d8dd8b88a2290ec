package dev.parley.launcher.settings;

import dev.parley.usage.PriceList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Finds models that are to be called although nobody said what they cost.
final class PricedModels {
  private final PriceList prices;
  private final PricesFile file;
  private final Instant now;
  private final List<Mistake> mistakes;

  PricedModels(PriceList prices, PricesFile file, Instant now, List<Mistake> mistakes) {
    this.prices = prices;
    this.file = file;
    this.now = now;
    this.mistakes = mistakes;
  }

  void check(GeminiSection gemini) {
    check("gemini.model", List.of(gemini.model()));
    check("gemini.fallback-models", gemini.fallbackModels());
    check("gemini.image-models", gemini.imageModels());
    checkPictures("gemini.image-models", gemini.imageModels());
    List<String> imageModel = gemini.imageModel().stream().toList();
    check("gemini.image-model", imageModel);
    checkPictures("gemini.image-model", imageModel);
    if (gemini.apiKey().isEmpty()) {
      checkDemo(DemoSection.MODEL, "answers");
      checkDemo(DemoSection.IMAGE_MODEL, "makes pictures");
    }
  }

  void check(KnowledgeSection knowledge, GeminiSection gemini) {
    if (knowledge.vectorsByGemini(gemini.apiKey().isPresent())) {
      check("knowledge.embedding-model", List.of(knowledge.model()));
    }
  }

  private void checkDemo(String model, String does) {
    if (prices.of(model, now).isEmpty()) {
      mistakes.add(
          new Mistake(
              "gemini.api-key",
              "is empty, so %s %s, which has no price; %s".formatted(model, does, remedy(model))));
    }
  }

  private void check(String key, List<String> models) {
    for (String model : models) {
      if (prices.of(model, now).isEmpty()) {
        mistakes.add(
            new Mistake(key, "names %s, which has no price; %s".formatted(model, remedy(model))));
      }
    }
  }

  private void checkPictures(String key, List<String> models) {
    for (String model : models) {
      if (prices.of(model, now).filter(price -> !price.coversPictures()).isPresent()) {
        mistakes.add(
            new Mistake(
                key,
                "names %s, which has no price for its pictures; write image-output into its prices in %s"
                    .formatted(model, place())));
      }
    }
  }

  private String remedy(String model) {
    if (prices.models().contains(model)) {
      return "its first one begins later; write the one of today into " + place();
    }
    Optional<String> near = UnknownKeys.nearest(model, prices.models());
    return near.map(name -> "did you mean " + name + "? Else write").orElse("write")
        + " its prices into "
        + place()
        + ", as those of the other models there";
  }

  private String place() {
    return file.isThere()
        ? file.path().toString()
        : "a copy of the shipped config/prices.yaml at " + file.path();
  }
}
