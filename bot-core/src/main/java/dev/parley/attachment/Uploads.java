package dev.parley.attachment;

import dev.parley.identity.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Takes in files for platforms that have nowhere to keep them. All instances see them.
///
/// All methods block, and throw a `StoreUnavailableException` where the store cannot be asked, also
/// what they opened.
public interface Uploads {
  /// Takes in a file to its end. Of one that is not taken, or breaks off, nothing is left.
  ///
  /// @throws IOException where it breaks off
  UploadResult keep(TenantId tenant, Upload.Offer offer, InputStream content) throws IOException;

  /// A file that was uploaded to this place and is still kept.
  Optional<Upload> find(TenantId tenant, String place, String id);

  /// Notes that files were sent, so that they are kept for longer, and count as unsent no more; may
  /// be repeated.
  void sent(TenantId tenant, List<Upload> uploads);

  /// Opens a file that was uploaded to this place; empty where it is not kept. Reading it fails
  /// where it is forgotten meanwhile. The caller closes it.
  Optional<InputStream> open(TenantId tenant, String place, String id);

  /// Forgets a file, unless it was sent or is another one's.
  void discard(TenantId tenant, Upload.Sender sender, String id);
}
