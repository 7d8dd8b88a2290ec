package dev.parley.command;

import dev.parley.knowledge.Document;
import dev.parley.message.Reply;
import java.util.List;

/// Takes a document away, so that nothing is answered from it any more.
final class KnowledgeRemoveCommand implements Command {
  private final KnowledgeContext knowledge;
  private final KnowledgeChoice choice;

  KnowledgeRemoveCommand(KnowledgeContext knowledge) {
    this.knowledge = knowledge;
    this.choice = new KnowledgeChoice(knowledge);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("knowledge", "remove"),
        "Removes a document that you added; admins remove any",
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
    return choice.with(invocation, entry -> removed(invocation, entry.document()));
  }

  private Reply removed(CommandInvocation invocation, Document document) {
    if (!knowledge.rights(invocation).mayChange(document)) {
      return Reply.notice("Only who added this document, or an admin, can remove it.");
    }
    knowledge.desk().remove(invocation.place().tenant(), document.id());
    knowledge.note(
        invocation,
        "removed “%s” (%s) from the knowledge base".formatted(document.title(), document.id()));
    return Reply.answer(KnowledgeLines.title(document) + " is removed.");
  }
}
