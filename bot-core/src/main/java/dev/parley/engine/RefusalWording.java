package dev.parley.engine;

import dev.parley.message.Moment;
import dev.parley.message.PlainMoments;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.model.CallRefusal;
import dev.parley.quota.AppliedLimit;
import dev.parley.quota.QuotaScope;
import dev.parley.quota.Refusal;
import java.util.List;
import java.util.Locale;

/// Words for people why something may not be paid for, and when it can be again.
public final class RefusalWording {
  private RefusalWording() {}

  /// Words without markup, for a model to pass on.
  public static String plain(CallRefusal why) {
    if (why instanceof Refusal refusal) {
      return PlainMoments.of(sentence(refusal)).text();
    }
    throw new IllegalArgumentException("nobody words this refusal: " + why);
  }

  static Reply reply(Refusal why) {
    return Reply.notice(sentence(why)).withActions(actions(why));
  }

  static String sentence(Refusal why) {
    return switch (why) {
      case Refusal.OverLimit over -> over(over);
      case Refusal.OverShare over -> overShare(over.limit());
      case Refusal.UnknownPrice(String model) ->
          ("I may not use the model `%s`: nobody has said what it costs. "
                  + "This bot's admin can add it to `prices.yaml`.")
              .formatted(model);
      case Refusal.StoreAway _ ->
          "I cannot see right now how much may still be spent. Please ask again in a minute.";
      case Refusal.TurnGone _ -> "Somebody else is answering this already.";
    };
  }

  private static String over(Refusal.OverLimit over) {
    AppliedLimit limit = over.limit();
    String known =
        limit.rule().scope().kind() == QuotaScope.Kind.BOT
            ? "The limit of this bot is reached."
            : "%s is %s. %s".formatted(capital(limit.whose()), limit.rule().limit(), spent(over));
    return over.busy()
        ? known
            + " The rest is held back for answers that are being written now."
            + " Please ask again in a minute."
        : known + " It begins anew " + anew(limit) + ".";
  }

  private static String spent(Refusal.OverLimit over) {
    if (over.spent() == 0) {
      return "That is not enough for this.";
    }
    String amount = over.limit().unit().text(over.spent());
    return over.spent() >= over.limit().cap()
        ? "All of it is spent."
        : amount + " of it are spent; the rest is not enough for this.";
  }

  private static String overShare(AppliedLimit limit) {
    return ("Others are using %s too (%s), and you have had your part of it, %d%%. You can go on when "
            + "nobody else has asked for 15 minutes, or from %s on.")
        .formatted(limit.whose(), limit.rule().limit(), limit.rule().share(), anew(limit));
  }

  private static String anew(AppliedLimit limit) {
    return Moment.markdown(limit.span().end(), limit.zone());
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /// Who wants more can ask for it at once.
  private static List<ReplyAction> actions(Refusal why) {
    return switch (why) {
      case Refusal.OverLimit(AppliedLimit limit, long _, boolean busy)
          when !busy && limit.rule().scope().kind() != QuotaScope.Kind.BOT ->
          List.of(
              new ReplyAction(
                  "Request more", "/quota request " + limit.handle(), ReplyAction.Style.PRIMARY));
      case Refusal.OverLimit _,
          Refusal.OverShare _,
          Refusal.UnknownPrice _,
          Refusal.StoreAway _,
          Refusal.TurnGone _ ->
          List.of();
    };
  }
}
