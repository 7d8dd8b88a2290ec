package dev.parley.identity;

import java.util.Optional;

/// The key of a conversation: opaque to all but the place that made it.
///
/// Two places, threads or people never share a key: each part is escaped before they are joined.
public record ConversationId(TenantId tenant, String key) {
  public ConversationId {
    if (key.isBlank()) {
      throw new IllegalArgumentException("a conversation's key must not be blank");
    }
  }

  static ConversationId of(TenantId tenant, String channel) {
    return new ConversationId(tenant, escaped(channel));
  }

  static ConversationId of(TenantId tenant, String channel, Optional<String> thread) {
    return new ConversationId(
        tenant, escaped(channel) + thread.map(root -> "/" + escaped(root)).orElse(""));
  }

  static ConversationId of(
      TenantId tenant, String channel, Optional<String> thread, UserId author) {
    return new ConversationId(tenant, of(tenant, channel, thread).key() + endOfOwn(author));
  }

  /// What the keys of those conversations end with, and of no others, that are this person's own.
  public static String endOfOwn(UserId person) {
    return "@" + escaped(person.value());
  }

  private static String escaped(String part) {
    return part.replace("%", "%25").replace("/", "%2F").replace("@", "%40");
  }

  @Override
  public String toString() {
    return tenant + "/" + key;
  }
}
