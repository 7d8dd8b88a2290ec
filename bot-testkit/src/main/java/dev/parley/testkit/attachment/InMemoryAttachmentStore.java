package dev.parley.testkit.attachment;

import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentStore;
import dev.parley.identity.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Files in memory, which are never forgotten.
public final class InMemoryAttachmentStore implements AttachmentStore {
  private final Map<Key, AttachmentContent> files = new ConcurrentHashMap<>();

  private record Key(TenantId tenant, String sha256) {}

  @Override
  public void keep(TenantId tenant, AttachmentContent content) {
    files.put(new Key(tenant, content.sha256()), content);
  }

  @Override
  public Optional<AttachmentContent> find(TenantId tenant, String sha256) {
    return Optional.ofNullable(files.get(new Key(tenant, sha256)));
  }
}
