package dev.parley.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// What a text means, as a vector of length 1. Immutable.
public final class Embedding {
  private final float[] values;

  private Embedding(float[] values) {
    this.values = values;
  }

  /// The direction of these values.
  ///
  /// @throws IllegalArgumentException where there are none, or they point nowhere
  public static Embedding of(float[] values) {
    double square = 0;
    for (float value : values) {
      square += (double) value * value;
    }
    double length = Math.sqrt(square);
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new IllegalArgumentException("an embedding needs a direction");
    }
    float[] unit = new float[values.length];
    for (int at = 0; at < values.length; at++) {
      unit[at] = (float) (values[at] / length);
    }
    return new Embedding(unit);
  }

  /// What [#bytes()] gave.
  public static Embedding ofBytes(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return new Embedding(values);
  }

  public int dimensions() {
    return values.length;
  }

  /// A copy of its values.
  public float[] values() {
    return values.clone();
  }

  /// As it is stored: 4 bytes for each dimension, the lowest first.
  public byte[] bytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /// How close another meaning is: 1 for the same, about 0 where they have nothing to do with each
  /// other.
  public double similarity(Embedding other) {
    if (values.length != other.values.length) {
      throw new IllegalArgumentException("embeddings of different spaces");
    }
    double product = 0;
    for (int at = 0; at < values.length; at++) {
      product += (double) values[at] * other.values[at];
    }
    return product;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
