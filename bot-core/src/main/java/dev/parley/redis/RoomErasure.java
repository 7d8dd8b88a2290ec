package dev.parley.redis;

import dev.parley.conversation.Erased;
import dev.parley.platform.RoomPost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Erases a person's posts from rooms, with the answers to them, which no platform keeps besides.
final class RoomErasure {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final RoomPages pages;
  private final UnnamedFiles files;

  RoomErasure(Scripts scripts, RedisKeys keys, Duration patience, UnnamedFiles files) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
    this.files = files;
    pages = new RoomPages(scripts, patience);
  }

  /// @param questions ids of the person's messages; those that are found are added
  void erase(Person person, String room, Set<String> questions, Tally tally) {
    String tenant = keys.tenant(person.tenant());
    scripts.run(
        Script.PERSON_DRAFTS,
        patience,
        tenant,
        room,
        person.id(),
        keys.roomsTopic(),
        RoomNews.change(person.tenant(), room));
    List<RoomPages.Stored> own = new ArrayList<>();
    List<RoomPages.Stored> others = new ArrayList<>();
    for (RoomPages.Stored post : pages.read(tenant, room)) {
      (isBy(person, post, questions) ? own : others).add(post);
    }
    List<RoomPages.Stored> answers =
        others.stream().filter(post -> answers(post, questions)).toList();
    // the answers first: it is by the questions that they are found
    tally.add(Erased.Kind.POST, erased(person, room, answers));
    tally.add(Erased.Kind.POST, erased(person, room, own));
  }

  private static boolean isBy(Person person, RoomPages.Stored post, Set<String> questions) {
    if (!post.json().contains(person.named())) {
      return false;
    }
    Optional<RoomPost> readable = readable(post);
    boolean by = readable.filter(it -> !it.author().id().equals(person.user())).isEmpty();
    readable.filter(_ -> by).map(RoomPost::id).ifPresent(questions::add);
    return by;
  }

  private static boolean answers(RoomPages.Stored post, Set<String> questions) {
    return readable(post).flatMap(RoomPost::turn).filter(questions::contains).isPresent();
  }

  private static Optional<RoomPost> readable(RoomPages.Stored post) {
    return StoredJson.readAll(List.of(post.json()), RoomPost.class).stream().findFirst();
  }

  private long erased(Person person, String room, List<RoomPages.Stored> posts) {
    posts.forEach(post -> files.note(person.tenant(), post.json()));
    return posts.isEmpty() ? 0 : pages.erase(keys.tenant(person.tenant()), room, posts);
  }
}
