package dev.parley.consultation;

import dev.parley.citation.Source;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.FoundPassage;
import dev.parley.knowledge.Origin;
import dev.parley.knowledge.Passage;
import java.util.List;
import java.util.Optional;

/// A passage as a model is given it and people are told of it.
///
/// @param mark by which the model cites it
/// @param title of its document, on one line
/// @param address where people find it, to the page or heading where that can be said
/// @param headings that it stands below, the highest first
/// @param page that it begins on
public record QuotedPassage(
    String mark,
    DocumentId document,
    String title,
    Optional<String> address,
    List<String> headings,
    Optional<Integer> page,
    String text) {
  private static final String PDF = "application/pdf";
  private static final int LONGEST_TITLE = 60;

  public QuotedPassage {
    headings = List.copyOf(headings);
  }

  static QuotedPassage of(FoundPassage found) {
    Passage passage = found.passage();
    return new QuotedPassage(
        found.mark(),
        found.document().id(),
        found.document().title(),
        address(found.document(), passage),
        passage.headings(),
        passage.page(),
        passage.text());
  }

  private static Optional<String> address(Document document, Passage passage) {
    return document.origin().address().map(address -> address + end(document, passage, address));
  }

  /// Only pages and files of the web have places in them: a message leads to its files, whose pages
  /// its address cannot name.
  private static String end(Document document, Passage passage, String address) {
    if (document.origin().kind() != Origin.Kind.LINK || address.contains("#")) {
      return "";
    }
    return document.mediaType().equals(PDF)
        ? passage.page().map(page -> "#page=" + page).orElse("")
        : passage.anchor().map(anchor -> "#" + anchor).orElse("");
  }

  /// The same with no more than so many characters of its text.
  QuotedPassage shortened(int most) {
    return new QuotedPassage(
        mark, document, title, address, headings, page, Texts.beginning(text, most));
  }

  /// Where it stands, for people: the title with the page, or else the nearest heading.
  public String name() {
    String whole = Texts.beginning(title, LONGEST_TITLE);
    return page.map(number -> whole + ", page " + number)
        .orElseGet(
            () -> headings.isEmpty() ? whole : whole + " › " + Texts.line(headings.getLast()));
  }

  /// What an answer that cites it rests on.
  public Source source() {
    return new Source(address.orElse(""), name(), "");
  }
}
