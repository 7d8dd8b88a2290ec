package dev.parley.knowledge;

import dev.parley.identity.Author;
import dev.parley.identity.TenantId;
import java.time.Instant;
import java.util.Optional;

/// A document of a tenant's knowledge base, without what is in it.
///
/// @param title as people see it; on one line
/// @param mediaType of what it was read from
/// @param addedBy who added it; empty where a folder did, and after that person was forgotten
/// @param addedAt when it was added first
/// @param checkedAt when its origin was read last, whether it had changed or not
/// @param fingerprint of what was read: SHA-256, in hex
/// @param version of its passages; another one whenever they are others
/// @param space of its vectors; empty where it has none
/// @param passages how many it has
/// @param characters that they have together
public record Document(
    DocumentId id,
    TenantId tenant,
    Origin origin,
    String title,
    String mediaType,
    DocumentAudience audience,
    Optional<Author> addedBy,
    Instant addedAt,
    Instant checkedAt,
    String fingerprint,
    String version,
    Optional<String> space,
    int passages,
    long characters) {
  /// The same for other people.
  public Document withAudience(DocumentAudience other) {
    return new Document(
        id,
        tenant,
        origin,
        title,
        mediaType,
        other,
        addedBy,
        addedAt,
        checkedAt,
        fingerprint,
        version,
        space,
        passages,
        characters);
  }

  /// The same, whose origin was found unchanged.
  public Document checkedAt(Instant when) {
    return new Document(
        id,
        tenant,
        origin,
        title,
        mediaType,
        audience,
        addedBy,
        addedAt,
        when,
        fingerprint,
        version,
        space,
        passages,
        characters);
  }
}
