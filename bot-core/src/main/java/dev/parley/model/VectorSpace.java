package dev.parley.model;

/// Says which vectors can be compared: those of one model with the same number of dimensions.
public record VectorSpace(String model, int dimensions) {
  public VectorSpace {
    if (model.isBlank() || dimensions < 1) {
      throw new IllegalArgumentException("a vector space has a model and dimensions");
    }
  }

  /// As it is stored: `gemini-embedding-2@768`.
  @Override
  public String toString() {
    return model + "@" + dimensions;
  }
}
