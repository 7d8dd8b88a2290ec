package dev.parley.quota;

import dev.parley.identity.UserId;
import java.time.ZoneId;
import java.util.Locale;

/// A rule as it holds for one person in one place.
///
/// @param account whose spending it counts, such as `user/U1` or `workspace`
/// @param zone whose days its span is made of
/// @param cap what the rule says and what was granted besides, in the rule's unit
public record AppliedLimit(QuotaRule rule, String account, Span span, ZoneId zone, long cap) {
  /// Names the counter that it looks at.
  public Counter counter() {
    return new Counter(account, span);
  }

  public QuotaUnit unit() {
    return rule.unit();
  }

  /// Names it among the limits that hold for one person, in one word that can be typed.
  public String handle() {
    String kind = account.contains("/") ? account.substring(0, account.indexOf('/')) : account;
    return kind + "-" + rule.unit().name().toLowerCase(Locale.ROOT) + "-" + rule.window().word();
  }

  /// Whether it is this person's alone.
  public boolean isOf(UserId user) {
    return account.equals(Counter.user(user.value()));
  }

  /// Whose limit it is, to whoever it holds for.
  public String whose() {
    return whose("your");
  }

  /// Whose limit it is, to somebody else.
  public String whoseElse() {
    return whose("their");
  }

  private String whose(String possessive) {
    return switch (rule.scope().kind()) {
      case EACH_USER, EACH_USER_OF, USER -> possessive + " limit";
      case EACH_CHANNEL, CHANNEL -> "the limit of this channel";
      case GROUP -> "the limit of " + possessive + " group";
      case WORKSPACE -> "the limit of all here together";
      case BOT -> "the limit of this bot";
    };
  }
}
