package dev.parley.platform;

import dev.parley.identity.TenantId;
import java.util.Map;

/// Small notes that an adapter keeps for its next start, such as up to where it has heard what was
/// said, on platforms that do not tell it again.
///
/// All methods block, may be repeated, and throw a
/// [dev.parley.conversation.StoreUnavailableException] where the store cannot be asked.
public interface Marks {
  /// All notes about a tenant, by their names.
  Map<String, String> read(TenantId tenant);

  /// Adds notes to those that there are; one of the same name is replaced.
  void keep(TenantId tenant, Map<String, String> notes);

  /// Takes notes away that read so still; one that was replaced meanwhile stays.
  void forget(TenantId tenant, Map<String, String> notes);
}
