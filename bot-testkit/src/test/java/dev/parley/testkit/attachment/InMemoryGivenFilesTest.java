package dev.parley.testkit.attachment;

import dev.parley.attachment.GivenFiles;
import org.junit.jupiter.api.DisplayName;

@DisplayName("What memory knows of files at the provider")
class InMemoryGivenFilesTest extends GivenFilesContract {
  private final GivenFiles files = new InMemoryGivenFiles();

  @Override
  protected GivenFiles files() {
    return files;
  }
}
