package dev.parley.command;

import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.message.Reply;
import java.util.List;
import java.util.stream.Collectors;

/// Changes who may see a document.
final class KnowledgeAudienceCommand implements Command {
  private static final String AUDIENCE = "audience";

  private final KnowledgeContext knowledge;
  private final KnowledgeChoice choice;

  KnowledgeAudienceCommand(KnowledgeContext knowledge) {
    this.knowledge = knowledge;
    this.choice = new KnowledgeChoice(knowledge);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("knowledge", "audience"),
        "Changes who may see a document",
        List.of(
            CommandOption.word(KnowledgeChoice.DOCUMENT, "its id", true, "\\S.*"),
            CommandOption.suggested(
                AUDIENCE, "everyone, here, me, a #channel, @role, @group or @person", true)),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  @Override
  public List<String> suggestions(String option, CommandInvocation invocation) {
    return option.equals(KnowledgeChoice.DOCUMENT)
        ? choice.suggestions(invocation)
        : AudienceWords.COMMON;
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    return choice.with(invocation, entry -> changed(invocation, entry.document()));
  }

  private Reply changed(CommandInvocation invocation, Document document) {
    KnowledgeRights rights = knowledge.rights(invocation);
    if (!rights.mayChange(document)) {
      return Reply.notice("Only who added this document, or an admin, can change who sees it.");
    }
    String wanted = invocation.option(AUDIENCE).orElseThrow();
    return switch (knowledge.audiences().read(wanted, invocation, rights.here(), rights::reads)) {
      case AudienceWords.Read.NotUnderstood(String sentence) -> Reply.notice(sentence);
      case AudienceWords.Read.Understood(DocumentAudience audience) ->
          rights
              .refusal(audience)
              .map(Reply::notice)
              .orElseGet(() -> changed(invocation, document, audience));
    };
  }

  private Reply changed(
      CommandInvocation invocation, Document document, DocumentAudience audience) {
    if (!knowledge.desk().changeAudience(invocation.place().tenant(), document.id(), audience)) {
      return Reply.notice("This document is not there any more.");
    }
    knowledge.note(
        invocation,
        "changed who sees “%s” (%s) from %s to %s"
            .formatted(document.title(), document.id(), told(document.audience()), told(audience)));
    return Reply.answer(
        "%s is for %s from now on."
            .formatted(
                KnowledgeLines.title(document), knowledge.audiences().told(audience, invocation)));
  }

  private static String told(DocumentAudience audience) {
    return audience.terms().stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
