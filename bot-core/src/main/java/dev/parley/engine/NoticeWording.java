package dev.parley.engine;

import dev.parley.command.Plain;
import dev.parley.message.Moment;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.quota.AppliedLimit;
import dev.parley.quota.Notice;
import dev.parley.quota.QuotaScope;
import java.util.List;

/// Words for people that a limit is nearly spent.
final class NoticeWording {
  /// From here on, who is told can ask for more at once.
  private static final int NEAR = 80;

  private NoticeWording() {}

  /// To the person whose limit it is, in private, or to admins.
  static Reply reply(Notice notice) {
    AppliedLimit limit = notice.limit();
    String whose = notice.person().isPresent() ? "your limit" : common(limit);
    return withButton(
        notice,
        "%d%% of %s (%s) are spent: %s. It begins anew %s."
            .formatted(
                notice.percent(),
                whose,
                limit.rule().limit(),
                limit.unit().text(notice.spent()),
                anew(limit)));
  }

  /// To a person where others read it too: without amounts.
  static Reply open(Notice notice, Notice.Person person) {
    AppliedLimit limit = notice.limit();
    return withButton(
        notice,
        "%s, %d%% of what you may spend per %s is spent. It begins anew %s. `/usage` tells you more."
            .formatted(
                Plain.text(person.name()),
                notice.percent(),
                limit.rule().window().word(),
                anew(limit)));
  }

  private static String common(AppliedLimit limit) {
    return limit.rule().scope().kind() == QuotaScope.Kind.BOT
        ? "the limit of the whole bot"
        : "the limit of " + limit.account();
  }

  private static String anew(AppliedLimit limit) {
    return Moment.markdown(limit.span().end(), limit.zone());
  }

  private static Reply withButton(Notice notice, String words) {
    Reply reply = Reply.notice(words);
    return notice.person().isPresent() && notice.percent() >= NEAR
        ? reply.withActions(
            List.of(
                new ReplyAction(
                    "Request more",
                    "/quota request " + notice.limit().handle(),
                    ReplyAction.Style.PLAIN)))
        : reply;
  }
}
