package dev.parley.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/// A text in CommonMark in which each [Moment] is its words alone, for places that cannot show it
/// in each person's own time. All else stays as its author wrote it.
public final class PlainMoments {
  /// What is around the words of one may be one itself, once that is no link any more.
  private static final int MOST_ROUNDS = 50;

  private final String text;
  private final int[] origins;
  private final int sourceLength;

  private PlainMoments(String text, int[] origins, int sourceLength) {
    this.text = text;
    this.origins = origins;
    this.sourceLength = sourceLength;
  }

  public static PlainMoments of(String source) {
    int[] all = IntStream.range(0, source.length()).toArray();
    PlainMoments plain = new PlainMoments(source, all, source.length());
    for (int round = 0; round < MOST_ROUNDS && plain.text.contains("time:"); round++) {
      Marks marks = new Marks();
      Markdown.parse(plain.text).document().accept(marks);
      if (marks.places.isEmpty()) {
        break;
      }
      plain = plain.without(marks.places);
    }
    return plain;
  }

  private PlainMoments without(BitSet places) {
    int[] kept = IntStream.range(0, text.length()).filter(at -> !places.get(at)).toArray();
    StringBuilder rest = new StringBuilder(kept.length);
    for (int at : kept) {
      rest.append(text.charAt(at));
    }
    int[] from = IntStream.of(kept).map(at -> origins[at]).toArray();
    return new PlainMoments(rest.toString(), from, sourceLength);
  }

  public String text() {
    return text;
  }

  /// Where in the source a character of the text stands; of the text's end, the source's.
  public int origin(int index) {
    return index == text.length() ? sourceLength : origins[index];
  }

  /// How many characters of the text stand before a place in the source.
  public int before(int place) {
    int index = Arrays.binarySearch(origins, place);
    return index < 0 ? -index - 1 : index;
  }

  /// The characters that make links of moments' words.
  private static final class Marks extends AbstractVisitor {
    private final BitSet places = new BitSet();

    @Override
    public void visit(Link link) {
      if (Moment.of(link).isPresent() && !link.getSourceSpans().isEmpty()) {
        List<SourceSpan> words = wordsOf(link);
        places.set(start(link.getSourceSpans()), end(link.getSourceSpans()));
        places.clear(start(words), end(words));
      }
      visitChildren(link);
    }

    /// Without the line breaks at their ends, which have no place.
    private static List<SourceSpan> wordsOf(Link link) {
      List<SourceSpan> spans = new ArrayList<>();
      for (Node child = link.getFirstChild(); child != null; child = child.getNext()) {
        spans.addAll(child.getSourceSpans());
      }
      return spans.isEmpty() ? link.getSourceSpans() : spans;
    }

    private static int start(List<SourceSpan> spans) {
      return spans.getFirst().getInputIndex();
    }

    private static int end(List<SourceSpan> spans) {
      return spans.getLast().getInputIndex() + spans.getLast().getLength();
    }
  }
}
