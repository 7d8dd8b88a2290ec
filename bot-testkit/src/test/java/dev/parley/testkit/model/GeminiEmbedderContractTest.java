package dev.parley.testkit.model;

import dev.parley.gemini.EmbeddingSettings;
import dev.parley.model.Embedder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Vectors by Gemini's model")
class GeminiEmbedderContractTest {
  private abstract static class ByGemini extends EmbedderContract {
    private final GeminiBench bench = GeminiBench.start();
    private final Embedder embedder;

    ByGemini(String model, int dimensions) {
      this.embedder = bench.model.embedder(EmbeddingSettings.of(model, dimensions));
    }

    @AfterEach
    void stop() {
      bench.close();
    }

    @Override
    protected Embedder embedder() {
      return embedder;
    }
  }

  @Nested
  @DisplayName("gemini-embedding-2")
  class Later extends ByGemini {
    Later() {
      super("gemini-embedding-2", 768);
    }
  }

  @Nested
  @DisplayName("gemini-embedding-001")
  class First extends ByGemini {
    First() {
      super("gemini-embedding-001", 256);
    }
  }
}
