package dev.parley.command;

import dev.parley.knowledge.FoundPassage;
import dev.parley.knowledge.KnowledgeBase;
import dev.parley.knowledge.PassageIndex;
import dev.parley.message.Reply;
import dev.parley.usage.Booking;
import dev.parley.usage.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Searches the documents that somebody may see, without asking the model.
final class KnowledgeSearchCommand implements Command {
  private static final int MOST = 8;
  private static final int LONGEST_EXCERPT = 240;
  private static final String WORDS = "words";

  private final KnowledgeContext knowledge;

  KnowledgeSearchCommand(KnowledgeContext knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("knowledge", "search"),
        "Searches the documents that I answer from",
        List.of(CommandOption.text(WORDS, "what to search for", true)),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    String words = invocation.option(WORDS).orElseThrow().strip();
    KnowledgeBase.Found found =
        knowledge
            .desk()
            .search(
                invocation.place().tenant(),
                new PassageIndex.Wanted(
                    words, knowledge.rights(invocation).alone(), Set.of(), MOST),
                new Booking(QuotaContext.payer(invocation), Purpose.EMBEDDING, Optional.empty()));
    if (found.unavailable()) {
      return Reply.failure("The documents cannot be searched now. Please try again in a minute.");
    }
    if (found.passages().isEmpty()) {
      return Reply.answer(
          found.empty()
              ? "There are no documents yet. `/knowledge add` adds some."
              : "No document that you can see says anything about “%s”."
                  .formatted(Plain.text(words)));
    }
    return Reply.answer(
        found.passages().stream()
            .map(KnowledgeSearchCommand::line)
            .collect(Collectors.joining("\n")));
  }

  private static String line(FoundPassage found) {
    List<String> path = found.passage().headings();
    String where =
        (path.isEmpty() ? "" : " › " + Plain.text(String.join(" › ", path)))
            + found.passage().page().map(page -> ", page " + page).orElse("");
    String title = Plain.text(found.document().title());
    String named =
        KnowledgeLines.address(found.document(), found.passage())
            .map(address -> "[%s](<%s>)".formatted(title, address))
            .orElse("**" + title + "**");
    return "- %s%s (`%s`, score %.3f%s): %s"
        .formatted(
            named,
            where,
            found.document().id(),
            found.score(),
            found.relevant() ? "" : ", hardly fits",
            Excerpts.beginning(found.passage().text(), LONGEST_EXCERPT));
  }
}
