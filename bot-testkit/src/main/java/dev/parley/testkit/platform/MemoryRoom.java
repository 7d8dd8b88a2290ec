package dev.parley.testkit.platform;

import dev.parley.platform.RoomDraft;
import dev.parley.platform.RoomPost;
import dev.parley.platform.RoomView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One room of an [InMemoryRoomLog], which guards it.
final class MemoryRoom {
  private final Deque<Numbered> posts = new ArrayDeque<>();
  private final Map<String, RoomDraft> drafts = new LinkedHashMap<>();
  private long newest;

  private record Numbered(long number, RoomPost post) {}

  /// The number of the latest post; 0 where there is none.
  long newest() {
    return newest;
  }

  /// Whether the post is new.
  boolean post(RoomPost post, long number) {
    drafts.remove(post.id());
    if (isPosted(post.id())) {
      return false;
    }
    posts.add(new Numbered(number, post));
    newest = number;
    return true;
  }

  void trim(int most) {
    while (posts.size() > most) {
      posts.removeFirst();
    }
  }

  void show(RoomDraft draft) {
    if (!isPosted(draft.id())) {
      drafts.put(draft.id(), draft);
    }
  }

  private boolean isPosted(String id) {
    return posts.stream().anyMatch(numbered -> numbered.post().id().equals(id));
  }

  void hide(String draftId) {
    drafts.remove(draftId);
  }

  RoomView read(String after, int mostPosts) {
    long seen = number(after);
    List<RoomPost> newer =
        posts.stream().filter(numbered -> numbered.number() > seen).map(Numbered::post).toList();
    List<RoomPost> latest = newer.subList(Math.max(0, newer.size() - mostPosts), newer.size());
    return new RoomView(latest, List.copyOf(drafts.values()), Long.toString(newest));
  }

  private static long number(String position) {
    return position.matches("[0-9]{1,18}") ? Long.parseLong(position) : 0;
  }
}
