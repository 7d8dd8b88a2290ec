package dev.parley.command;

import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.Viewers;
import dev.parley.message.Reply;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Finds the document that somebody means, by its id or its title, among those that they may see.
final class KnowledgeChoice {
  /// The option that names a document.
  static final String DOCUMENT = "document";

  private static final int MOST_NAMED = 5;
  private static final int LONGEST_SUGGESTION = 100;

  private final KnowledgeContext knowledge;

  KnowledgeChoice(KnowledgeContext knowledge) {
    this.knowledge = knowledge;
  }

  /// All that somebody may see, by their titles.
  List<KnowledgeDesk.Entry> visible(CommandInvocation invocation) {
    KnowledgeRights rights = knowledge.rights(invocation);
    Viewers alone = rights.alone();
    return knowledge.desk().entries(invocation.place().tenant()).stream()
        .filter(entry -> rights.maySee(entry.document(), alone))
        .toList();
  }

  List<String> suggestions(CommandInvocation invocation) {
    return visible(invocation).stream().map(entry -> suggestion(entry.document())).toList();
  }

  private static String suggestion(Document document) {
    String whole = document.id() + " " + document.title();
    return whole.length() <= LONGEST_SUGGESTION
        ? whole
        : whole.substring(0, LONGEST_SUGGESTION - 1) + "…";
  }

  /// Does something with the one that is meant, or says why it is not clear which.
  Reply with(CommandInvocation invocation, Function<KnowledgeDesk.Entry, Reply> action) {
    String wanted = invocation.option(DOCUMENT).orElse("").strip();
    List<KnowledgeDesk.Entry> meant = meant(visible(invocation), wanted);
    return switch (meant.size()) {
      case 0 ->
          Reply.notice(
              "I know no document “%s”. `/knowledge list` shows those that there are."
                  .formatted(Plain.text(wanted)));
      case 1 -> action.apply(meant.getFirst());
      default -> Reply.notice(which(meant));
    };
  }

  private static List<KnowledgeDesk.Entry> meant(List<KnowledgeDesk.Entry> all, String wanted) {
    String id = wanted.split("\\s", 2)[0].replace("`", "").toLowerCase(Locale.ROOT);
    if (DocumentId.isId(id)) {
      return all.stream().filter(entry -> entry.document().id().value().equals(id)).toList();
    }
    String title = wanted.toLowerCase(Locale.ROOT);
    List<KnowledgeDesk.Entry> same =
        all.stream().filter(entry -> title(entry).equals(title)).toList();
    return same.isEmpty() && !title.isEmpty()
        ? all.stream().filter(entry -> title(entry).contains(title)).toList()
        : same;
  }

  private static String title(KnowledgeDesk.Entry entry) {
    return entry.document().title().toLowerCase(Locale.ROOT);
  }

  private static String which(List<KnowledgeDesk.Entry> meant) {
    StringBuilder lines = new StringBuilder("Which one?\n");
    meant.stream()
        .limit(MOST_NAMED)
        .forEach(entry -> lines.append("\n- ").append(KnowledgeLines.title(entry.document())));
    if (meant.size() > MOST_NAMED) {
      lines.append("\n- and %,d more".formatted(meant.size() - MOST_NAMED));
    }
    return lines.toString();
  }
}
