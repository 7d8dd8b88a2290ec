package dev.parley.testkit.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentStore;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every store of files must do.
public abstract class AttachmentStoreContract {
  private static final TenantId TENANT = new TenantId(new PlatformName("slack"), "T1");
  private static final TenantId OTHER = new TenantId(new PlatformName("slack"), "T2");

  /// The store under test; always the same files.
  protected abstract AttachmentStore store();

  private static AttachmentContent content(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return AttachmentContent.of(bytes);
  }

  @Test
  @DisplayName("gives back each byte of what it keeps, also of large files")
  void keeps() {
    AttachmentContent small = content(1, 1);
    AttachmentContent large = content(3 << 20, 2);

    store().keep(TENANT, small);
    store().keep(TENANT, large);
    store().keep(TENANT, large);

    assertThat(store().find(TENANT, small.sha256())).contains(small);
    assertThat(store().find(TENANT, large.sha256())).contains(large);
  }

  @Test
  @DisplayName("has nothing that nobody gave it")
  void unknown() {
    assertThat(store().find(TENANT, content(9, 3).sha256())).isEmpty();
  }

  @Test
  @DisplayName("keeps the tenants apart, though they send the same file")
  void tenants() {
    AttachmentContent same = content(100, 4);

    store().keep(TENANT, same);

    assertThat(store().find(OTHER, same.sha256())).isEmpty();
  }
}
