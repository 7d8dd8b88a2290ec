package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Something that the gateway tells.
///
/// @param type `MESSAGE_CREATE` and so on
/// @param guild the id of the guild where it happened, empty for direct messages
/// @param intent what a session must have asked for, 0 for nothing
/// @param full all of it
/// @param stripped what sessions without the intent MESSAGE_CONTENT are told
record GatewayEvent(String type, String guild, int intent, ObjectNode full, ObjectNode stripped) {
  /// An event that holds no content to strip.
  GatewayEvent(String type, String guild, int intent, ObjectNode full) {
    this(type, guild, intent, full, full);
  }

  ObjectNode payloadFor(int intents) {
    return Intent.has(intents, Intent.MESSAGE_CONTENT) ? full : stripped;
  }
}
