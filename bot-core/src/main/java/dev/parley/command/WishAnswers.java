package dev.parley.command;

import dev.parley.command.Announcements.Outcome;
import dev.parley.message.Reply;
import dev.parley.quota.Grant;
import dev.parley.quota.QuotaBook.Wish;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Answers wishes for more, each once, and tells whoever had them.
final class WishAnswers {
  private static final CommandOption WISH = CommandOption.text("wish", "its id", true);

  private final QuotaContext quotas;
  private final Announcements announcements;

  WishAnswers(QuotaContext quotas, Announcements announcements) {
    this.quotas = quotas;
    this.announcements = announcements;
  }

  /// What becomes of a wish.
  ///
  /// @param deed in the past tense
  /// @param grant empty: none
  /// @param news for whoever had it
  record Verdict(String deed, Optional<Grant> grant, String news) {}

  /// What is told about a command that answers them.
  static CommandSpec spec(String word, String summary) {
    return new CommandSpec(
        List.of("quota", word),
        summary,
        List.of(WISH),
        CommandSpec.Visibility.EVERYONE,
        CommandSpec.Access.ADMINS);
  }

  /// Answers the wish that is named, where it is still open.
  Reply answer(CommandInvocation invocation, Function<Wish, Verdict> verdict) {
    String id = invocation.option(WISH.name()).orElseThrow().strip();
    return quotas
        .book()
        .wish(invocation.place().tenant(), id)
        .map(wish -> answered(wish, verdict.apply(wish), invocation))
        .orElseGet(WishAnswers::gone);
  }

  private Reply answered(Wish wish, Verdict verdict, CommandInvocation invocation) {
    String told =
        "%s %s per %s more for %s"
            .formatted(
                verdict.deed(),
                wish.unit().text(wish.most()),
                wish.window().word(),
                wish.account().replace('/', ' '));
    if (!quotas
        .book()
        .answer(
            invocation.place().tenant(),
            wish.id(),
            verdict.grant(),
            quotas.deed(invocation, told))) {
      return gone();
    }
    quotas.rules().changed(invocation.place().tenant());
    boolean heard =
        announcements.toPerson(invocation.place().tenant(), wish.by(), Reply.answer(verdict.news()))
            == Outcome.SAID;
    return Reply.answer(
        "%s %s it: %s.%s"
            .formatted(
                Plain.text(invocation.author().name()),
                verdict.deed(),
                Plain.text(told),
                heard ? "" : " I could not tell " + Plain.text(wish.name()) + " in private."));
  }

  private static Reply gone() {
    return Reply.notice("That wish was answered already, or is more than a week old.");
  }
}
