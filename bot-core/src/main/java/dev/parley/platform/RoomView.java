package dev.parley.platform;

import java.util.List;

/// What a room shows.
///
/// @param position to continue from in the next reading
public record RoomView(List<RoomPost> posts, List<RoomDraft> drafts, String position) {
  public RoomView {
    posts = List.copyOf(posts);
    drafts = List.copyOf(drafts);
  }
}
