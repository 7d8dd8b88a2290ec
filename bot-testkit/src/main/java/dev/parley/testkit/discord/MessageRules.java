package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a message may hold (discord.com/developers, "Create Message" and "Embed Limits").
final class MessageRules {
  static final int LONGEST = 2000;
  private static final int MOST_FILES = 10;
  private static final int MOST_EMBEDS = 10;
  private static final int LONGEST_EMBEDS = 6000;
  private static final int LONGEST_DESCRIPTION = 1024;

  private MessageRules() {}

  /// Throws [DiscordRefusedException] where something is not as it must be.
  ///
  /// @param before the flags that the message has already
  static void check(
      ObjectNode content, Map<String, SharedFile> files, int largestFile, int before) {
    if (Words.length(content.path("content").asText("")) > LONGEST) {
      throw DiscordRefusedException.tooLong("content", LONGEST);
    }
    int flags = content.path("flags").asInt() | before;
    boolean second = (flags & MessageFlag.COMPONENTS_V2) != 0;
    if (second && hasOldFields(content)) {
      throw DiscordRefusedException.invalid(
          "content",
          "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
          "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
    }
    checkEmbeds(content.path("embeds"));
    ComponentRules.check(content.path("components"), second);
    checkFiles(content, files, largestFile);
    checkMentions(content.path("allowed_mentions"));
  }

  private static boolean hasOldFields(ObjectNode content) {
    return !content.path("content").asText("").isEmpty() || !content.path("embeds").isEmpty();
  }

  private static void checkEmbeds(JsonNode embeds) {
    if (embeds.size() > MOST_EMBEDS) {
      throw DiscordRefusedException.tooLong("embeds", MOST_EMBEDS);
    }
    int sum = 0;
    for (int i = 0; i < embeds.size(); i++) {
      JsonNode embed = embeds.path(i);
      String path = "embeds." + i + ".";
      sum += measure(embed, path + "title", "title", 256);
      sum += measure(embed, path + "description", "description", 4096);
      sum += measure(embed.path("footer"), path + "footer.text", "text", 2048);
      sum += measure(embed.path("author"), path + "author.name", "name", 256);
      sum += fields(embed.path("fields"), path + "fields");
    }
    if (sum > LONGEST_EMBEDS) {
      throw DiscordRefusedException.invalid(
          "embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
    }
  }

  private static int fields(JsonNode fields, String path) {
    if (fields.size() > 25) {
      throw DiscordRefusedException.tooLong(path, 25);
    }
    int sum = 0;
    for (int i = 0; i < fields.size(); i++) {
      sum += measure(fields.path(i), path + "." + i + ".name", "name", 256);
      sum += measure(fields.path(i), path + "." + i + ".value", "value", 1024);
    }
    return sum;
  }

  private static int measure(JsonNode part, String path, String field, int most) {
    int length = Words.length(part.path(field).asText(""));
    if (length > most) {
      throw DiscordRefusedException.tooLong(path, most);
    }
    return length;
  }

  private static void checkFiles(
      ObjectNode content, Map<String, SharedFile> files, int largestFile) {
    if (files.size() > MOST_FILES || content.path("attachments").size() > MOST_FILES) {
      throw DiscordRefusedException.tooLong("attachments", MOST_FILES);
    }
    for (JsonNode attachment : content.path("attachments")) {
      measure(attachment, "attachments", "description", LONGEST_DESCRIPTION);
    }
    for (SharedFile file : files.values()) {
      if (file.content().length > largestFile) {
        throw new DiscordRefusedException(413, 40005, "Request entity too large");
      }
    }
  }

  private static void checkMentions(JsonNode allowed) {
    Set<String> parsed = new HashSet<>();
    allowed.path("parse").forEach(it -> parsed.add(it.asText()));
    for (String kind : Set.of("users", "roles")) {
      if (parsed.contains(kind) && !allowed.path(kind).isEmpty()) {
        throw DiscordRefusedException.invalid(
            "allowed_mentions",
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
            "parse:[\"" + kind + "\"] and " + kind + ": [ids...] are mutually exclusive.");
      }
    }
    parsed.removeAll(Set.of("users", "roles", "everyone"));
    if (!parsed.isEmpty()) {
      throw DiscordRefusedException.invalid(
          "allowed_mentions.parse.0",
          "BASE_TYPE_CHOICES",
          "Value must be one of ('users', 'roles', 'everyone').");
    }
  }

  /// Throws [DiscordRefusedException] where there is nothing to see.
  static void requireContent(ObjectNode content, boolean hasFiles) {
    boolean something =
        hasFiles
            || !content.path("content").asText("").isBlank()
            || !content.path("embeds").isEmpty()
            || !content.path("components").isEmpty();
    if (!something) {
      throw new DiscordRefusedException(400, 50006, "Cannot send an empty message");
    }
  }
}
