package dev.parley.command;

import dev.parley.message.Moment;
import dev.parley.message.Reply;
import dev.parley.quota.Grant;
import dev.parley.quota.QuotaBook.Wish;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/// Grants what somebody wished for, until the limit begins anew.
public final class QuotaApproveCommand implements Command {
  private final QuotaContext quotas;
  private final WishAnswers wishes;

  public QuotaApproveCommand(QuotaContext quotas, Announcements announcements) {
    this.quotas = quotas;
    this.wishes = new WishAnswers(quotas, announcements);
  }

  @Override
  public CommandSpec spec() {
    return WishAnswers.spec("approve", "Grants what somebody asked for");
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    return wishes.answer(invocation, wish -> granted(wish, quotas.zone(invocation)));
  }

  private WishAnswers.Verdict granted(Wish wish, ZoneId zone) {
    Instant until = wish.window().at(quotas.now(), zone).end();
    Grant grant =
        new Grant(
            UUID.randomUUID().toString(),
            wish.account(),
            wish.unit(),
            wish.window(),
            wish.most(),
            until);
    String news =
        "You can spend %s more until %s."
            .formatted(wish.unit().text(wish.most()), Moment.markdown(until, zone));
    return new WishAnswers.Verdict("granted", Optional.of(grant), news);
  }
}
