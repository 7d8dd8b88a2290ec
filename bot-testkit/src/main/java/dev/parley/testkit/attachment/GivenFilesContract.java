package dev.parley.testkit.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.GivenFiles;
import dev.parley.attachment.ProviderFile;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What everything must do that remembers where large files are.
public abstract class GivenFilesContract {
  private static final TenantId TENANT = new TenantId(new PlatformName("slack"), "T1");
  private static final TenantId OTHER = new TenantId(new PlatformName("slack"), "T2");

  /// The notes under test; always the same.
  protected abstract GivenFiles files();

  private static ProviderFile there(String name, Duration left) {
    Instant expires = Instant.now().plus(left).truncatedTo(ChronoUnit.SECONDS);
    return new ProviderFile(name, "https://provider.example/" + name, expires);
  }

  @Test
  @DisplayName("knows the latest place of a file, and keeps the tenants apart")
  void latest() {
    ProviderFile second = there("files/2", Duration.ofDays(2));

    files().note(TENANT, "ab12", there("files/1", Duration.ofDays(2)));
    files().note(TENANT, "ab12", second);

    assertThat(files().find(TENANT, "ab12")).contains(second);
    assertThat(files().find(TENANT, "cd34")).isEmpty();
    assertThat(files().find(OTHER, "ab12")).isEmpty();
  }

  @Test
  @DisplayName("tells no place that the provider empties before a turn could end")
  void expires() {
    files().note(TENANT, "ef56", there("files/3", Duration.ofMinutes(30)));

    assertThat(files().find(TENANT, "ef56")).isEmpty();
  }

  @Test
  @DisplayName("has nothing to be erased while nobody is forgotten")
  void nothingUnneeded() {
    files().note(TENANT, "0a1b", there("files/4", Duration.ofDays(2)));

    assertThat(files().unneeded(TENANT)).isEmpty();
  }
}
