package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.platform.RoomDraft;
import dev.parley.platform.RoomLog;
import dev.parley.platform.RoomPost;
import dev.parley.platform.RoomView;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// What rooms show, in Redis: a stream of posts and a hash of drafts for each room.
final class RedisRoomLog implements RoomLog {
  /// How long a draft is believed that nobody updates: its writer may be gone for good.
  private static final String DRAFT_MILLIS = Long.toString(Duration.ofMinutes(5).toMillis());

  private static final Pattern POSITION = Pattern.compile("\\d{1,19}-\\d{1,19}");

  private final Scripts scripts;
  private final RedisKeys keys;
  private final RedisSettings redis;
  private final Topic topic;
  private final RoomNews news;
  private final String mostPosts;

  RedisRoomLog(Scripts scripts, RedisKeys keys, RedisSettings redis, Topic topic, int mostPosts) {
    this.scripts = scripts;
    this.keys = keys;
    this.redis = redis;
    this.topic = topic;
    this.mostPosts = Integer.toString(mostPosts);
    news = new RoomNews(topic);
  }

  @Override
  public List<String> rooms(TenantId tenant, int most) {
    if (most < 1) {
      return List.of();
    }
    return run(Script.ROOM_LIST, tenant, Integer.toString(most)).texts();
  }

  @Override
  public void post(TenantId tenant, String room, RoomPost post) {
    run(
        Script.ROOM_POST,
        tenant,
        room,
        post.id(),
        StoredJson.written(post),
        mostPosts,
        topic.name(),
        RoomNews.change(tenant, room),
        redis.forgetMillis());
  }

  @Override
  public void show(TenantId tenant, String room, RoomDraft draft) {
    run(
        Script.ROOM_SHOW,
        tenant,
        room,
        draft.id(),
        StoredJson.written(draft),
        DRAFT_MILLIS,
        topic.name(),
        RoomNews.change(tenant, room));
  }

  @Override
  public void hide(TenantId tenant, String room, String draftId) {
    String change = RoomNews.change(tenant, room);
    run(Script.ROOM_HIDE, tenant, room, draftId, topic.name(), change);
  }

  /// A position that is none counts as the beginning.
  @Override
  public RoomView read(TenantId tenant, String room, String after, int most) {
    String from = POSITION.matcher(after).matches() ? after : "";
    List<Answer> parts = run(Script.ROOM_READ, tenant, room, from, Integer.toString(most)).list();
    return new RoomView(
        StoredJson.readAll(parts.get(1).texts(), RoomPost.class),
        StoredJson.readAll(parts.get(2).texts(), RoomDraft.class),
        parts.get(0).text());
  }

  private Answer run(Script script, TenantId tenant, String... arguments) {
    return scripts.run(script, redis.shortPatience(), keys.tenant(tenant), arguments);
  }

  @Override
  public Following follow(TenantId tenant, String room, Runnable changed) {
    return news.follow(tenant, room, changed);
  }
}
