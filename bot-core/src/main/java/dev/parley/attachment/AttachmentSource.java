package dev.parley.attachment;

import dev.parley.identity.TenantId;
import java.io.InputStream;

/// Where a platform's files come from.
@FunctionalInterface
public interface AttachmentSource {
  /// The source of platforms whose messages carry no files.
  AttachmentSource NONE =
      (_, _) -> {
        throw new AttachmentUnavailableException(
            AttachmentUnavailableException.Why.GONE, "this platform has no files", null);
      };

  /// Opens a file. Blocks, also while it is read; the caller closes it.
  ///
  /// @throws AttachmentUnavailableException where it cannot be had
  InputStream open(TenantId tenant, AttachmentRef file);
}
