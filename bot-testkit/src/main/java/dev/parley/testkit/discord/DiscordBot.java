package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The bot under test: its account, its application (with the same id), and its token.
public record DiscordBot(String id, String name, String token) {
  static final int GATEWAY_MESSAGE_CONTENT_LIMITED = 1 << 19;

  DiscordUser user() {
    return new DiscordUser(id, name, DiscordUser.Kind.BOT);
  }

  /// What calls the bot in a text.
  public String mention() {
    return "<@" + id + ">";
  }

  /// The account as the bot itself sees it.
  ObjectNode self() {
    return user().wire().put("verified", true).put("mfa_enabled", false).put("flags", 0);
  }

  ObjectNode application() {
    ObjectNode wire = Json.object().put("id", id).put("name", name).putNull("icon");
    wire.put("description", "").put("bot_public", true).put("bot_require_code_grant", false);
    wire.put("verify_key", "0").put("flags", GATEWAY_MESSAGE_CONTENT_LIMITED);
    wire.putNull("team").putNull("interactions_endpoint_url").putArray("tags");
    wire.set("bot", user().wire());
    wire.set("owner", new DiscordUser("1", "owner", DiscordUser.Kind.PERSON).wire());
    return wire;
  }
}
