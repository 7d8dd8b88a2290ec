package dev.parley.command;

import dev.parley.knowledge.Document;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.Origin;
import dev.parley.knowledge.Passage;
import dev.parley.message.Reply;
import java.util.List;
import java.util.stream.Collectors;

/// Shows one document: where it is from, who may see it, and how it begins.
final class KnowledgeShowCommand implements Command {
  private static final int MOST_HEADINGS = 15;
  private static final int LONGEST_BEGINNING = 600;

  private final KnowledgeContext knowledge;
  private final KnowledgeChoice choice;

  KnowledgeShowCommand(KnowledgeContext knowledge) {
    this.knowledge = knowledge;
    this.choice = new KnowledgeChoice(knowledge);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("knowledge", "show"),
        "Shows a document that I answer from",
        List.of(CommandOption.suggested(KnowledgeChoice.DOCUMENT, "its id or title", true)),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  @Override
  public List<String> suggestions(String option, CommandInvocation invocation) {
    return option.equals(KnowledgeChoice.DOCUMENT) ? choice.suggestions(invocation) : List.of();
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    return choice.with(invocation, entry -> shown(invocation, entry));
  }

  private Reply shown(CommandInvocation invocation, KnowledgeDesk.Entry entry) {
    Document document = entry.document();
    List<Passage> passages = knowledge.desk().passages(document);
    String told =
        new KnowledgeLines(knowledge, invocation).line(entry)
            + "\n\nFrom "
            + origin(document.origin())
            + ", "
            + Plain.text(document.mediaType())
            + ", %,d characters.".formatted(document.characters())
            + headings(passages)
            + beginning(passages);
    return Reply.answer(told)
        .withActions(
            knowledge.rights(invocation).mayChange(document)
                ? KnowledgeLines.actions(document, true).subList(1, 2)
                : List.of());
  }

  private static String origin(Origin origin) {
    String what =
        switch (origin.kind()) {
          case TEXT -> "words that somebody typed";
          case LINK -> "a link";
          case FILE -> "a file";
          case MESSAGE -> "messages";
          case FOLDER -> "a watched folder, " + Plain.text(origin.key());
        };
    return origin.address().map(address -> what + ": " + Plain.text(address)).orElse(what);
  }

  private static String headings(List<Passage> passages) {
    List<String> all =
        passages.stream()
            .map(passage -> String.join(" › ", passage.headings()))
            .filter(path -> !path.isBlank())
            .distinct()
            .toList();
    if (all.isEmpty()) {
      return "";
    }
    String shown =
        all.stream()
            .limit(MOST_HEADINGS)
            .map(path -> "- " + Plain.text(path))
            .collect(Collectors.joining("\n"));
    String more =
        all.size() > MOST_HEADINGS ? "\n- and %,d more".formatted(all.size() - MOST_HEADINGS) : "";
    return "\n\nHeadings:\n\n" + shown + more;
  }

  private static String beginning(List<Passage> passages) {
    String text = passages.stream().map(Passage::text).limit(3).collect(Collectors.joining(" "));
    return text.isBlank() ? "" : "\n\n> " + Excerpts.beginning(text, LONGEST_BEGINNING);
  }
}
