package dev.parley.command;

import dev.parley.identity.Author;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.Origin;
import dev.parley.knowledge.Passage;
import dev.parley.message.ReplyAction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What people are told of documents, in Markdown.
final class KnowledgeLines {
  private static final int LONGEST_BUTTON = 60;

  private final KnowledgeContext knowledge;
  private final CommandInvocation invocation;

  KnowledgeLines(KnowledgeContext knowledge, CommandInvocation invocation) {
    this.knowledge = knowledge;
    this.invocation = invocation;
  }

  static String title(Document document) {
    return "**" + Plain.text(document.title()) + "** (`" + document.id() + "`)";
  }

  /// A document on one line.
  String line(KnowledgeDesk.Entry entry) {
    Document document = entry.document();
    return "%s: %s; for %s; added %s%s%s%s"
        .formatted(
            title(document),
            passages(document),
            audience(document),
            by(document),
            time(document.addedAt()),
            entry.use().map(use -> "; last used " + time(use.last())).orElse("; not used yet"),
            entry.stale() ? "; **stale**, last read " + time(document.checkedAt()) : "");
  }

  static String passages(Document document) {
    return document.passages() == 1 ? "1 passage" : "%,d passages".formatted(document.passages());
  }

  String audience(Document document) {
    return knowledge.audiences().told(document.audience(), invocation);
  }

  private static String by(Document document) {
    return document
        .addedBy()
        .map(Author::name)
        .map(name -> "by " + Plain.text(name) + ", ")
        .orElse("");
  }

  String time(Instant at) {
    return knowledge.time(invocation, at);
  }

  /// How far a document is that is read in.
  static String line(JobState state) {
    String name = "**%s** (`%s`)".formatted(Plain.text(state.job().material().name()), id(state));
    return switch (state.stage()) {
      case WAITING -> name + ": waits";
      case READING -> name + ": is read";
      case EMBEDDING ->
          state.of() == 0
              ? name + ": is being indexed"
              : "%s: %,d of %,d passages are ready".formatted(name, state.done(), state.of());
      case DONE -> name + ": done. " + told(state);
      case UNCHANGED -> name + ": unchanged. " + told(state);
      case FAILED -> name + ": failed. " + told(state);
    };
  }

  private static String id(JobState state) {
    return state.job().document().value();
  }

  private static String told(JobState state) {
    return Plain.text(state.told());
  }

  /// Where a passage stands; empty where nothing leads there.
  static Optional<String> address(Document document, Passage passage) {
    return document
        .origin()
        .address()
        .filter(KnowledgeLines::isPlain)
        .map(address -> address + place(document.origin(), address, passage));
  }

  private static String place(Origin origin, String address, Passage passage) {
    if (origin.kind() != Origin.Kind.LINK || address.contains("#")) {
      return "";
    }
    return passage
        .page()
        .map(page -> "#page=" + page)
        .or(() -> passage.anchor().filter(KnowledgeLines::isPlain).map(anchor -> "#" + anchor))
        .orElse("");
  }

  private static boolean isPlain(String address) {
    return address.matches("[\\x21-\\x7e&&[^<>\"`\\\\]]+");
  }

  /// What can be done with a document by a button.
  static List<ReplyAction> actions(Document document, boolean mayChange) {
    ReplyAction show = button("Show", "show", document, ReplyAction.Style.PLAIN);
    return mayChange
        ? List.of(show, button("Remove", "remove", document, ReplyAction.Style.DANGER))
        : List.of(show);
  }

  /// Shows a document, by its title.
  static ReplyAction open(Document document) {
    String title = document.title().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return button(
        title.isEmpty() ? "Show" : title.substring(0, Math.min(title.length(), LONGEST_BUTTON)),
        "show",
        document,
        ReplyAction.Style.PLAIN);
  }

  private static ReplyAction button(
      String label, String word, Document document, ReplyAction.Style style) {
    return new ReplyAction(label, "/knowledge " + word + " " + document.id(), style);
  }
}
