package dev.parley.web;

import dev.parley.attachment.AttachmentRef;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.message.ReplyFile;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentWanted;
import dev.parley.platform.RoomLog;
import dev.parley.platform.RoomPost;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was posted in a room lately. Whoever asks in a room sees all of it.
final class RecentPosts {
  /// The latest of a room, of which a thread may be a part.
  private static final int MOST_READ = 1_000;

  private final RoomLog log;

  RecentPosts(RoomLog log) {
    this.log = log;
  }

  Recent of(RecentWanted wanted) {
    return RoomName.of(wanted.place())
        .filter(_ -> wanted.place().tenant().equals(RoomName.TENANT))
        .map(room -> read(room, wanted))
        .orElseGet(() -> new Recent.NotReadable("There is no room to read here."));
  }

  private Recent read(RoomName room, RecentWanted wanted) {
    List<RoomPost> posts = log.read(RoomName.TENANT, room.value(), "", MOST_READ).posts();
    List<Recent.Line> said =
        posts.stream()
            .filter(post -> !post.at().isBefore(wanted.since()))
            .filter(post -> isIn(wanted.place(), post))
            .map(post -> line(wanted.place(), post))
            .toList();
    boolean reached = posts.size() < MOST_READ || posts.getFirst().at().isBefore(wanted.since());
    int from = Math.max(0, said.size() - wanted.most());
    return new Recent.Told(said.subList(from, said.size()), reached && from == 0, List.of());
  }

  private static boolean isIn(Place place, RoomPost post) {
    Optional<String> thread = place.thread().map(MessageId::value);
    return thread.isEmpty() || post.thread().equals(thread) || thread.get().equals(post.id());
  }

  private static Recent.Line line(Place place, RoomPost post) {
    return new Recent.Line(
        new MessageId(post.id()),
        post.at(),
        post.author(),
        post.author().id().equals(PostNaming.BOT),
        place.thread().isEmpty() && post.thread().isPresent(),
        post.markdown(),
        Stream.concat(
                post.sent().stream().map(AttachmentRef::name),
                post.files().stream().map(ReplyFile::file).map(file -> file.name()))
            .toList());
  }
}
