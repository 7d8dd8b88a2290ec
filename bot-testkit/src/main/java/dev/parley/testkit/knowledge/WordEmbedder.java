package dev.parley.testkit.knowledge;

import dev.parley.model.Embedder;
import dev.parley.model.Embedding;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelException;
import dev.parley.model.VectorSpace;
import dev.parley.usage.Booking;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes vectors of the words that are in a text, where a few words are the same as others: `car`
/// and `automobile`. The same text has the same vector on every machine.
public final class WordEmbedder implements Embedder {
  public static final VectorSpace SPACE = new VectorSpace("words", 384);

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// What stands for a text that says nothing.
  private static final String NOTHING = "\0";

  private static final Set<String> MEANINGLESS =
      Set.of(
          ("a about an and are as at be by can could do does for from get has have how i in is it many "
                  + "may me much my of on or our that the their there they this to us was we what when "
                  + "where which who why will with you your")
              .split(" "));

  private static final Map<String, String> SAME =
      Stream.of(
              "car automobile vehicle",
              "holiday vacation leave",
              "salary wage pay income",
              "doctor physician",
              "buy purchase acquire",
              "fix repair mend",
              "error failure fault",
              "password passphrase credential",
              "employee staff worker colleague",
              "begin start commence",
              "home remote",
              "dog puppy hound",
              "big large huge")
          .map(words -> words.split(" "))
          .flatMap(words -> Stream.of(words).map(word -> Map.entry(word, words[0])))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final List<String> embedded = new CopyOnWriteArrayList<>();
  private final List<Booking> bookings = new CopyOnWriteArrayList<>();
  private volatile Optional<ModelException> failure = Optional.empty();

  /// From now on, each call fails with this; empty: none does.
  public void fail(Optional<ModelException> how) {
    failure = how;
  }

  /// All texts of passages of which vectors were made, in their order.
  public List<String> embedded() {
    return List.copyOf(embedded);
  }

  /// Where each call was booked.
  public List<Booking> bookings() {
    return List.copyOf(bookings);
  }

  @Override
  public VectorSpace space() {
    return SPACE;
  }

  @Override
  public double relevantFrom() {
    return 0.2;
  }

  @Override
  public List<Embedding> passages(List<TitledText> passages, Booking booking) {
    begin(booking);
    passages.forEach(passage -> embedded.add(passage.text()));
    return passages.stream()
        .map(passage -> meaning(passage.title() + " " + passage.text()))
        .toList();
  }

  @Override
  public Embedding question(String words, Booking booking) {
    begin(booking);
    return meaning(words);
  }

  private void begin(Booking booking) {
    if (Thread.currentThread().isInterrupted()) {
      throw new ModelCancelledException("the thread was interrupted", null);
    }
    bookings.add(booking);
    failure.ifPresent(
        exception -> {
          throw exception;
        });
  }

  /// The vector of a text, without any booking.
  public static Embedding meaning(String text) {
    Map<String, Long> words =
        NO_WORD
            .splitAsStream(text.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty() && !MEANINGLESS.contains(word))
            .map(WordEmbedder::stem)
            .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    float[] sum = new float[SPACE.dimensions()];
    words.forEach((word, times) -> add(sum, word, Math.sqrt(times)));
    if (words.isEmpty()) {
      add(sum, NOTHING, 1);
    }
    return Embedding.of(sum);
  }

  private static String stem(String word) {
    String single =
        word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
            ? word.substring(0, word.length() - 1)
            : word;
    return SAME.getOrDefault(single, single);
  }

  private static void add(float[] sum, String word, double weight) {
    Random direction = new Random(word.hashCode());
    for (int at = 0; at < sum.length; at++) {
      sum[at] += (float) (weight * direction.nextGaussian());
    }
  }
}
