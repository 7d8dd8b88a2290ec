package dev.parley.ingestion;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.DocumentAudience;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A folder whose files are documents.
///
/// @param name tells it from other folders; with another name, its files are other documents
/// @param tenants that have its documents; empty: all
/// @param address below which people find its files on the web, without a slash at its end
/// @param patterns of files that are read, such as `*.md` or `guides/**`; empty: all that can be
/// read
public record FolderSettings(
    String name,
    Path path,
    Set<TenantId> tenants,
    DocumentAudience audience,
    Optional<String> address,
    List<String> patterns) {
  public FolderSettings {
    tenants = Set.copyOf(tenants);
    patterns = List.copyOf(patterns);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a folder needs a name");
    }
  }
}
