package dev.parley.engine;

import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.LargeFiles;
import dev.parley.conversation.Erased;
import dev.parley.conversation.PersonalRecords;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the model's provider erase the files that nobody here names any more. What it could not be
/// told is told to it the next time that somebody is forgotten, and goes by itself within days.
public final class GivenFilesErasure implements PersonalRecords {
  private static final Logger log = LoggerFactory.getLogger(GivenFilesErasure.class);

  private final LargeFiles files;

  public GivenFilesErasure(LargeFiles files) {
    this.files = files;
  }

  /// The files were counted where they were named.
  @Override
  public Erased forget(TenantId tenant, UserId user) {
    for (String name : files.given().unneeded(tenant)) {
      try {
        files.provider().erase(name);
        files.given().erased(tenant, name);
      } catch (AttachmentUnavailableException unavailable) {
        log.warn("a file is not erased at the provider yet: {}", unavailable.getMessage());
      }
    }
    return Erased.NOTHING;
  }
}
