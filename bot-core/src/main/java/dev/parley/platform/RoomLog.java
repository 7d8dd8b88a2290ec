package dev.parley.platform;

import dev.parley.identity.TenantId;
import java.util.List;

/// What the rooms of a platform show, for platforms that keep no messages of their own: posts,
/// which stay, and drafts, which are the state of an answer while it grows. Shared by all
/// instances.
///
/// All methods block, and throw [dev.parley.conversation.StoreUnavailableException] where the store
/// cannot be asked.
public interface RoomLog {
  /// The rooms that have posts, in the order of their latest one, newest first.
  List<String> rooms(TenantId tenant, int most);

  /// Adds a post, unless one with its id is there, and takes away the draft with its id.
  void post(TenantId tenant, String room, RoomPost post);

  /// Shows a draft, in place of the last one with its id; ignored where a post with its id is
  /// there.
  void show(TenantId tenant, String room, RoomDraft draft);

  /// Takes a draft away.
  void hide(TenantId tenant, String room, String draftId);

  /// The latest posts after a position, oldest first, and the drafts of now.
  ///
  /// @param after a position that an earlier view gave; empty: from the beginning
  RoomView read(TenantId tenant, String room, String after, int mostPosts);

  /// Hears of changes in a room, on threads that must not block, until closed. Calls can be lost:
  /// whoever follows also reads now and then.
  Following follow(TenantId tenant, String room, Runnable changed);

  /// Ends a subscription; idempotent.
  interface Following extends AutoCloseable {
    @Override
    void close();
  }
}
