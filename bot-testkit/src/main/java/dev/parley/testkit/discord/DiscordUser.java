package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// An account as payloads describe it: a person's, a bot's, or a webhook's.
record DiscordUser(String id, String name, Kind kind) {
  enum Kind {
    PERSON,
    BOT,
    WEBHOOK
  }

  ObjectNode wire() {
    ObjectNode wire = Json.object().put("id", id).put("username", name);
    if (kind == Kind.PERSON) {
      wire.put("global_name", name);
    } else {
      wire.putNull("global_name");
    }
    wire.put("discriminator", kind == Kind.PERSON ? "0" : "0000").putNull("avatar");
    return wire.put("bot", kind != Kind.PERSON).put("public_flags", 0);
  }
}
