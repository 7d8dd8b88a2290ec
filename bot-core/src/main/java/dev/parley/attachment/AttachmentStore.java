package dev.parley.attachment;

import dev.parley.identity.TenantId;
import java.util.Optional;

/// Keeps the bytes of files for a while, so that later questions can be about them: once each,
/// however often they are sent.
///
/// All methods block, may be repeated, and throw a `StoreUnavailableException` where the store
/// cannot be asked.
public interface AttachmentStore {
  /// Keeps a file from now on for as long as the store is told to keep files.
  void keep(TenantId tenant, AttachmentContent content);

  /// The bytes with a hash, kept from now on as long as if they had just come; empty where they
  /// were forgotten, or are another tenant's.
  Optional<AttachmentContent> find(TenantId tenant, String sha256);
}
