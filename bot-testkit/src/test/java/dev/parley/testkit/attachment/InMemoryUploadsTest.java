package dev.parley.testkit.attachment;

import dev.parley.attachment.UploadSettings;
import dev.parley.attachment.Uploads;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Uploads in memory")
class InMemoryUploadsTest extends UploadsContract {
  @Override
  protected Uploads uploads(UploadSettings settings) {
    return new InMemoryUploads(settings);
  }
}
