package dev.parley.quota;

/// Counts what one person, place or group spends in a span of time.
///
/// @param account such as `user/U1`, `channel/C1`, `group/G1`, `workspace` or `bot`
public record Counter(String account, Span span) {
  static String user(String id) {
    return "user/" + id;
  }

  static String channel(String id) {
    return "channel/" + id;
  }

  static String group(String id) {
    return "group/" + id;
  }

  static final String WORKSPACE = "workspace";
  static final String BOT = "bot";

  /// Whether all tenants of the bot spend from it.
  public boolean isOfWholeBot() {
    return account.equals(BOT);
  }

  /// Names it among all counters of a tenant.
  public String name() {
    return account + "/" + span.id();
  }
}
