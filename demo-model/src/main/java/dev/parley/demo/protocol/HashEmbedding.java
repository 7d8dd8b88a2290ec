package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/// Vectors without a model: each word has its own direction, so texts that share words are near
/// each other.
final class HashEmbedding {
  static final int DEFAULT_DIMENSIONS = 3_072;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private HashEmbedding() {}

  /// The vector of a text, of this length; the same text always has the same.
  static ArrayNode of(String text, int dimensions, double wanted) {
    double[] vector = new double[dimensions];
    NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .forEach(word -> add(vector, word));
    double length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    ArrayNode values = JsonNodeFactory.instance.arrayNode(dimensions);
    for (double value : vector) {
      values.add((float) (length == 0 ? wanted / Math.sqrt(dimensions) : wanted * value / length));
    }
    return values;
  }

  private static void add(double[] vector, String word) {
    Random direction = new Random(word.hashCode());
    for (int at = 0; at < vector.length; at++) {
      vector[at] += direction.nextGaussian();
    }
  }
}
