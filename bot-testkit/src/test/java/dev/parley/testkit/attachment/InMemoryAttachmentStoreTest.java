package dev.parley.testkit.attachment;

import dev.parley.attachment.AttachmentStore;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A store of files in memory")
class InMemoryAttachmentStoreTest extends AttachmentStoreContract {
  private final AttachmentStore store = new InMemoryAttachmentStore();

  @Override
  protected AttachmentStore store() {
    return store;
  }
}
