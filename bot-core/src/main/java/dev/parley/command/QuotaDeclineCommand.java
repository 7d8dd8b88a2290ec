package dev.parley.command;

import dev.parley.message.Reply;
import java.util.Optional;

/// Declines what somebody wished for.
public final class QuotaDeclineCommand implements Command {
  private static final WishAnswers.Verdict DECLINED =
      new WishAnswers.Verdict(
          "declined", Optional.empty(), "The admins declined your wish for more.");

  private final WishAnswers wishes;

  public QuotaDeclineCommand(QuotaContext quotas, Announcements announcements) {
    this.wishes = new WishAnswers(quotas, announcements);
  }

  @Override
  public CommandSpec spec() {
    return WishAnswers.spec("decline", "Declines what somebody asked for");
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    return wishes.answer(invocation, _ -> DECLINED);
  }
}
