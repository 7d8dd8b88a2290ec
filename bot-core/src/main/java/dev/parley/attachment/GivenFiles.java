package dev.parley.attachment;

import dev.parley.identity.TenantId;
import java.util.Optional;
import java.util.Set;

/// Remembers where the model's provider has large files, by their hashes.
///
/// All methods block, may be repeated, and throw a `StoreUnavailableException` where the store
/// cannot be asked.
public interface GivenFiles {
  /// Notes where a file is, for as long as files are kept, and no longer than a turn that begins
  /// then finds it there to its end.
  void note(TenantId tenant, String sha256, ProviderFile where);

  /// Where a file is, noted from now on as long as if it had just come; empty where that was
  /// forgotten, or is another tenant's.
  Optional<ProviderFile> find(TenantId tenant, String sha256);

  /// What the provider calls those files that nobody is to be shown any more, and that it has not
  /// been told to erase.
  Set<String> unneeded(TenantId tenant);

  /// The provider has erased a file.
  void erased(TenantId tenant, String name);
}
