package dev.parley.quota;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is to be told of limits, until somebody was told. All instances share it, and a settlement
/// puts in what it finds, so a lost instance loses nothing. Each tenant has at most 200 notices;
/// what was not told when its window ends goes.
///
/// All methods block, and throw [dev.parley.conversation.StoreUnavailableException] where the store
/// cannot be asked.
public interface NoticeOutbox {
  /// The first notice of a tenant that nobody is telling. Whoever takes it tells somebody, and then
  /// says so: others take it after some time. After 30 times it goes.
  ///
  /// @param time after which others may take it
  Optional<Taken> take(TenantId tenant, Duration time);

  /// Somebody was told, or nobody can be; may be repeated.
  void told(TenantId tenant, String id);

  /// The tenants of these platforms that have notices which nobody is telling; of very many
  /// tenants, some in turn.
  List<TenantId> waiting(Set<PlatformName> spoken);

  /// A notice that is somebody's to tell.
  record Taken(String id, Notice notice) {}
}
