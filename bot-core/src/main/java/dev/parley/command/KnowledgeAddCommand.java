package dev.parley.command;

import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.Material;
import dev.parley.message.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Adds documents: what was typed, the pages that links lead to, files, or messages.
final class KnowledgeAddCommand implements Command {
  /// How many files one command takes.
  static final int MOST_FILES = 5;

  private static final String TEXT = "text";
  private static final String TITLE = "title";
  private static final String AUDIENCE = "audience";
  private static final String NOTHING =
      "Say what to add: `/knowledge add` with words, with links, or with files.";

  private final KnowledgeContext knowledge;
  private final KnowledgeIntake intake;

  KnowledgeAddCommand(KnowledgeContext knowledge) {
    this.knowledge = knowledge;
    this.intake = new KnowledgeIntake(knowledge);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("knowledge", "add"),
        "Adds words, links or files to the documents that I answer from",
        Stream.concat(
                Stream.of(
                    CommandOption.text(TEXT, "words, or links to pages and files", false),
                    CommandOption.tagged(TITLE, "what the words are called", false),
                    CommandOption.tagged(
                        AUDIENCE,
                        "who may see it: everyone, here, me, a #channel, @role, @person",
                        true)),
                files())
            .toList(),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  private static Stream<CommandOption> files() {
    return IntStream.rangeClosed(1, MOST_FILES)
        .mapToObj(
            number ->
                CommandOption.file(
                    number == 1 ? "file" : "file" + number, "a document, page or source file"));
  }

  @Override
  public List<String> suggestions(String option, CommandInvocation invocation) {
    return option.equals(AUDIENCE) ? AudienceWords.COMMON : List.of();
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    KnowledgeRights rights = knowledge.rights(invocation);
    Optional<String> refusal = rights.refusalToAdd();
    if (refusal.isPresent()) {
      return Reply.notice(refusal.get());
    }
    List<Material> materials =
        new KnowledgeMaterials(knowledge.quotas().zone(invocation))
            .of(invocation, invocation.option(TEXT).orElse(""), invocation.option(TITLE));
    if (materials.isEmpty()) {
      return Reply.notice(NOTHING);
    }
    Optional<String> named = invocation.option(AUDIENCE).filter(text -> !text.isBlank());
    if (named.isEmpty()) {
      return added(invocation, materials, Optional.empty());
    }
    return switch (knowledge
        .audiences()
        .read(named.get(), invocation, rights.here(), rights::reads)) {
      case AudienceWords.Read.Understood(DocumentAudience audience) ->
          added(invocation, materials, Optional.of(audience));
      case AudienceWords.Read.NotUnderstood(String sentence) -> Reply.notice(sentence);
    };
  }

  private Reply added(
      CommandInvocation invocation, List<Material> materials, Optional<DocumentAudience> wanted) {
    KnowledgeRights rights = knowledge.rights(invocation);
    DocumentAudience usual =
        wanted.orElseGet(() -> invocation.about().isPresent() ? rights.here() : rights.usual());
    return rights
        .refusal(usual)
        .map(Reply::notice)
        .orElseGet(() -> intake.take(invocation, materials, usual, wanted.isPresent()));
  }
}
