package dev.parley.minilm;

import dev.parley.model.OfflineEmbedder;
import java.nio.file.Path;

/// Brings all-MiniLM-L6-v2 with it.
public final class MiniLmSource implements OfflineEmbedder.Source {
  @Override
  public OfflineEmbedder open(Path folder) {
    return new MiniLmEmbedder(folder);
  }
}
