package dev.parley.platform;

import dev.parley.identity.TenantId;
import java.time.Duration;
import java.util.List;

/// What people were told to wait for, and which instance sees to it; all instances know. Meant for
/// what is done within a minute; what takes longer is a turn.
///
/// All methods may be repeated, and throw a
/// [dev.parley.conversation.StoreUnavailableException] where the store cannot be asked.
public interface Promises {
  /// Something that somebody waits for.
  ///
  /// @param id of what they did
  /// @param holder who sees to it, without spaces: another one for each attempt
  /// @param note what has to be known to tell them something in the holder's place
  record Promise(String id, String holder, String note) {
    public Promise {
      if (holder.isEmpty() || holder.contains(" ")) {
        throw new IllegalArgumentException("a holder is a word");
      }
    }
  }

  /// Makes the holder see to it, unless another one does or has done.
  ///
  /// @param time after which others may take its place
  /// @return whether it is the holder's
  boolean take(TenantId tenant, Promise promise, Duration time);

  /// Nobody waits for it any more; for some minutes it cannot be taken again.
  void kept(TenantId tenant, String id);

  /// Those whose holders let their time run out; each is there until it is taken.
  List<Promise> overdue(TenantId tenant);
}
