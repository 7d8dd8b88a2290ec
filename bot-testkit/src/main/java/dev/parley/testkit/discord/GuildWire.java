package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// A guild as the gateway introduces it.
final class GuildWire {
  private static final List<String> NOTHING =
      List.of(
          "icon",
          "description",
          "splash",
          "banner",
          "afk_channel_id",
          "system_channel_id",
          "rules_channel_id",
          "public_updates_channel_id",
          "safety_alerts_channel_id",
          "application_id",
          "max_presences",
          "vanity_url_code");
  private static final List<String> EMPTY =
      List.of(
          "emojis",
          "stickers",
          "features",
          "soundboard_sounds",
          "stage_instances",
          "guild_scheduled_events",
          "voice_states",
          "presences",
          "embedded_activities");
  private static final List<String> ZERO =
      List.of(
          "system_channel_flags",
          "verification_level",
          "explicit_content_filter",
          "mfa_level",
          "nsfw_level",
          "premium_tier",
          "premium_subscription_count");

  private GuildWire() {}

  static ObjectNode of(DiscordGuild guild, DiscordBot bot) {
    ObjectNode wire = Json.object().put("id", guild.id()).put("name", guild.name());
    NOTHING.forEach(wire::putNull);
    ZERO.forEach(field -> wire.put(field, 0));
    EMPTY.forEach(wire::putArray);
    wire.put("owner_id", "1").put("afk_timeout", 300).put("default_message_notifications", 1);
    wire.put("preferred_locale", "en-US").put("max_members", 500_000).put("nsfw", false);
    wire.put("premium_progress_bar_enabled", false).put("large", false);
    wire.put("unavailable", false).put("member_count", guild.memberCount()).put("lazy", true);
    wire.put("joined_at", "2026-01-01T00:00:00.000000+00:00");
    wire.set("roles", Json.array(guild.roles().stream().map(DiscordRole::wire).toList()));
    wire.putArray("members").add(guild.member(bot.user()));
    ArrayNode channels = wire.putArray("channels");
    ArrayNode threads = wire.putArray("threads");
    guild.channels().stream()
        .filter(it -> it.isVisible() && !it.isArchived())
        .forEach(it -> (it.kind().isThread() ? threads : channels).add(it.wire()));
    return wire;
  }
}
