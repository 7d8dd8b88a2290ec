package dev.parley.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The posts of rooms as they are stored, some at a time.
final class RoomPages {
  private static final int TOGETHER = 200;

  private final Scripts scripts;
  private final Duration patience;

  RoomPages(Scripts scripts, Duration patience) {
    this.scripts = scripts;
    this.patience = patience;
  }

  /// A post where it stands in its room.
  record Stored(String at, String json) {}

  /// All posts of a room, oldest first.
  List<Stored> read(String tenantKey, String room) {
    List<Stored> all = new ArrayList<>();
    List<Stored> page;
    do {
      String after = all.isEmpty() ? "" : all.getLast().at();
      page = page(tenantKey, room, after);
      all.addAll(page);
    } while (page.size() == TOGETHER);
    return all;
  }

  private List<Stored> page(String tenantKey, String room, String after) {
    return scripts
        .run(Script.ROOM_PAGE, patience, tenantKey, room, after, Integer.toString(TOGETHER))
        .list()
        .stream()
        .map(Answer::texts)
        .map(post -> new Stored(post.get(0), post.get(1)))
        .toList();
  }

  /// Erases posts, and says how many of them were there.
  long erase(String tenantKey, String room, List<Stored> posts) {
    long erased = 0;
    for (int i = 0; i < posts.size(); i += TOGETHER) {
      List<String> arguments = new ArrayList<>(List.of(room));
      posts.subList(i, Math.min(i + TOGETHER, posts.size())).stream()
          .map(Stored::at)
          .forEach(arguments::add);
      erased +=
          scripts
              .run(Script.ROOM_ERASE, patience, tenantKey, arguments.toArray(String[]::new))
              .number();
    }
    return erased;
  }
}
