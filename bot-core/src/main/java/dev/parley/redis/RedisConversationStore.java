package dev.parley.redis;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationStore;
import dev.parley.conversation.Setting;
import dev.parley.conversation.Turn;
import dev.parley.identity.ConversationId;
import dev.parley.identity.Place;
import dev.parley.identity.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Conversations and the settings of places in Redis.
final class RedisConversationStore implements ConversationStore {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final String forgetMillis;

  RedisConversationStore(Scripts scripts, RedisKeys keys, RedisSettings redis) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = redis.shortPatience();
    this.forgetMillis = redis.forgetMillis();
  }

  @Override
  public Conversation read(ConversationId id) {
    List<Answer> parts =
        scripts.run(Script.READ, patience, keys.tenant(id.tenant()), id.key()).list();
    return new Conversation(
        id,
        Optional.of(parts.get(0).text()).filter(summary -> !summary.isEmpty()),
        StoredJson.readAll(parts.get(1).texts(), Turn.class));
  }

  @Override
  public void reset(ConversationId id) {
    String call = UUID.randomUUID().toString();
    scripts.run(Script.RESET, patience, keys.tenant(id.tenant()), id.key(), call, forgetMillis);
  }

  @Override
  public Map<Setting, String> overrides(Place place) {
    Answer stored =
        scripts.run(
            Script.OVERRIDES, patience, keys.tenant(place.tenant()), RedisKeys.channel(place));
    return Map.copyOf(Claims.settings(stored.map()));
  }

  @Override
  public void override(Place place, UserId by, Setting setting, String value) {
    scripts.run(
        Script.OVERRIDE,
        patience,
        keys.tenant(place.tenant()),
        RedisKeys.channel(place),
        setting.word(),
        value,
        place.direct() ? by.value() : "");
  }

  @Override
  public void restore(Place place, Setting setting) {
    String tenant = keys.tenant(place.tenant());
    scripts.run(Script.OVERRIDE, patience, tenant, RedisKeys.channel(place), setting.word());
  }
}
