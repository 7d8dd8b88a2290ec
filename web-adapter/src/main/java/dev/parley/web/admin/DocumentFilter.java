package dev.parley.web.admin;

import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.Origin;
import dev.parley.web.RequestProblem;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which documents are wanted, and in which order: the parameters of a list.
///
/// @param words that the title, the origin, the id or the name of who added it must have, each
record DocumentFilter(List<String> words, Kind kind, Audience audience, State state, Order order) {
  /// What a document was before; one for each of an origin's.
  enum Kind {
    ANY,
    TEXT,
    LINK,
    FILE,
    MESSAGE,
    FOLDER;

    boolean isOf(Origin.Kind origin) {
      return this == ANY || name().equals(origin.name());
    }
  }

  enum Audience {
    ANY,
    EVERYONE,
    /// Not everyone.
    SOME
  }

  enum State {
    ANY,
    STALE,
    /// No answer was taken from it.
    UNUSED
  }

  enum Order {
    TITLE,
    /// The latest first.
    ADDED,
    /// The latest first; those that never were last.
    USED
  }

  static DocumentFilter of(Context request) {
    String words = Optional.ofNullable(request.queryParam("q")).orElse("").toLowerCase(Locale.ROOT);
    return new DocumentFilter(
        Stream.of(words.split("\\s+", -1)).filter(word -> !word.isEmpty()).toList(),
        choice(request, "kind", Kind.values()),
        choice(request, "audience", Audience.values()),
        choice(request, "state", State.values()),
        choice(request, "sort", Order.values()));
  }

  /// @param choices the first is meant where nothing is said
  private static <T extends Enum<T>> T choice(Context request, String name, T[] choices) {
    String text = Optional.ofNullable(request.queryParam(name)).orElse("");
    return Arrays.stream(choices)
        .filter(choice -> text.isEmpty() || KnowledgeJson.word(choice).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                RequestProblem.bad(
                    "The parameter \""
                        + name
                        + "\" must be one of "
                        + String.join(
                            ", ", Arrays.stream(choices).map(KnowledgeJson::word).toList())
                        + "."));
  }

  /// Those that are wanted.
  ///
  /// @param entries in the order of their titles
  List<KnowledgeDesk.Entry> of(List<KnowledgeDesk.Entry> entries) {
    Stream<KnowledgeDesk.Entry> wanted = entries.stream().filter(this::fits);
    return switch (order) {
      case TITLE -> wanted.toList();
      case ADDED -> wanted.sorted(Comparator.comparing(DocumentFilter::added).reversed()).toList();
      case USED -> wanted.sorted(Comparator.comparing(DocumentFilter::used).reversed()).toList();
    };
  }

  private static Instant added(KnowledgeDesk.Entry entry) {
    return entry.document().addedAt();
  }

  private static Instant used(KnowledgeDesk.Entry entry) {
    return entry.use().map(KnowledgeStore.Use::last).orElse(Instant.MIN);
  }

  private boolean fits(KnowledgeDesk.Entry entry) {
    Document document = entry.document();
    return kind.isOf(document.origin().kind())
        && fits(document.audience().terms().contains(AudienceTerm.EVERYONE))
        && isInState(entry)
        && hasWords(document);
  }

  private boolean fits(boolean isForEveryone) {
    return switch (audience) {
      case ANY -> true;
      case EVERYONE -> isForEveryone;
      case SOME -> !isForEveryone;
    };
  }

  private boolean isInState(KnowledgeDesk.Entry entry) {
    return switch (state) {
      case ANY -> true;
      case STALE -> entry.stale();
      case UNUSED -> entry.use().isEmpty();
    };
  }

  private boolean hasWords(Document document) {
    String text =
        String.join(
                "\n",
                document.title(),
                document.origin().key(),
                document.id().value(),
                document.addedBy().map(author -> author.name()).orElse(""))
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }
}
