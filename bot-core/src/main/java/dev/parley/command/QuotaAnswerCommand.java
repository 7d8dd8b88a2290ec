package dev.parley.command;

import dev.parley.message.Moment;
import dev.parley.message.Reply;
import dev.parley.quota.Grant;
import dev.parley.quota.QuotaBook.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Answers a wish for more: grants it until the limit begins anew, or declines it.
public final class QuotaAnswerCommand implements Command {
  private final boolean grants;
  private final QuotaContext quotas;
  private final Announcements announcements;

  private QuotaAnswerCommand(boolean grants, QuotaContext quotas, Announcements announcements) {
    this.grants = grants;
    this.quotas = quotas;
    this.announcements = announcements;
  }

  public static QuotaAnswerCommand approve(QuotaContext quotas, Announcements announcements) {
    return new QuotaAnswerCommand(true, quotas, announcements);
  }

  public static QuotaAnswerCommand decline(QuotaContext quotas, Announcements announcements) {
    return new QuotaAnswerCommand(false, quotas, announcements);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("quota", grants ? "approve" : "decline"),
        grants ? "Grants what somebody asked for" : "Declines what somebody asked for",
        List.of(CommandOption.text("wish", "its id", true)),
        CommandSpec.Visibility.EVERYONE,
        CommandSpec.Access.ADMINS);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    Optional<Wish> wish =
        quotas
            .book()
            .wish(invocation.place().tenant(), invocation.option("wish").orElseThrow().strip());
    return wish.map(known -> answered(known, invocation)).orElseGet(QuotaAnswerCommand::gone);
  }

  private Reply answered(Wish wish, CommandInvocation invocation) {
    Instant until = wish.window().at(quotas.now(), quotas.zone(invocation)).end();
    Optional<Grant> grant =
        grants
            ? Optional.of(
                new Grant(
                    UUID.randomUUID().toString(),
                    wish.account(),
                    wish.unit(),
                    wish.window(),
                    wish.most(),
                    until))
            : Optional.empty();
    String told =
        "%s %s per %s more for %s"
            .formatted(
                grants ? "granted" : "declined",
                wish.unit().text(wish.most()),
                wish.window().word(),
                wish.account().replace('/', ' '));
    if (!quotas
        .book()
        .answer(invocation.place().tenant(), wish.id(), grant, quotas.deed(invocation, told))) {
      return gone();
    }
    quotas.rules().changed(invocation.place().tenant());
    boolean heard =
        announcements.toPerson(
            invocation.place().tenant(), wish.by(), news(wish, until, invocation));
    return Reply.answer(
        "%s %s: %s.%s"
            .formatted(
                Plain.text(invocation.author().name()),
                grants ? "granted it" : "declined it",
                Plain.text(told),
                heard ? "" : " I could not tell " + Plain.text(wish.name()) + " in private."));
  }

  private Reply news(Wish wish, Instant until, CommandInvocation invocation) {
    return Reply.answer(
        grants
            ? "You can spend %s more until %s."
                .formatted(
                    wish.unit().text(wish.most()), Moment.markdown(until, quotas.zone(invocation)))
            : "The admins declined your wish for more.");
  }

  private static Reply gone() {
    return Reply.notice("That wish was answered already, or is more than a week old.");
  }
}
