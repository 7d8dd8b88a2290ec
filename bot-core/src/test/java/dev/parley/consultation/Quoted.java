package dev.parley.consultation;

import dev.parley.knowledge.DocumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Passages for tests, and what becomes of a text that cites them.
final class Quoted {
  static final QuotedPassage LEAVE = passage("K3F9A0", "Leave");
  static final QuotedPassage TRAVEL = passage("KABCDE", "Travel");
  static final Map<String, QuotedPassage> GIVEN =
      Map.of(LEAVE.mark(), LEAVE, TRAVEL.mark(), TRAVEL);

  private Quoted() {}

  static QuotedPassage passage(String mark, String title) {
    return new QuotedPassage(
        mark,
        new DocumentId("0123456789"),
        title,
        Optional.of("https://example.org/" + title),
        List.of(),
        Optional.empty(),
        "Text of " + title + ".");
  }

  /// What came out of a filter.
  ///
  /// @param cites what was cited, with where it was
  record Out(String text, List<String> cites) {}

  static Out of(List<String> deltas) {
    StringBuilder text = new StringBuilder();
    List<String> cites = new ArrayList<>();
    MarkFilter filter =
        new MarkFilter(
            GIVEN,
            new MarkFilter.Reader() {
              @Override
              public void text(String more) {
                text.append(more);
              }

              @Override
              public void cites(List<QuotedPassage> passages) {
                cites.add(
                    text.length() + ":" + passages.stream().map(QuotedPassage::title).toList());
              }
            });
    deltas.forEach(filter::hear);
    filter.end();
    return new Out(text.toString(), cites);
  }
}
