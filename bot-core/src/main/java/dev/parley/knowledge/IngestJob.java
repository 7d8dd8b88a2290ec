package dev.parley.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.identity.Author;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.usage.Payer;
import java.time.Instant;
import java.util.Optional;

/// A document that is to be read into the knowledge base.
///
/// @param id under which it is known; repeated, it is the same job
/// @param audience empty: the one that the document had before, else everyone
/// @param by who wants it; empty for a folder
/// @param payer on whose account its vectors go
public record IngestJob(
    String id,
    TenantId tenant,
    Material material,
    Optional<DocumentAudience> audience,
    Optional<Author> by,
    Payer payer,
    Instant at) {
  /// The document that comes of it.
  @JsonIgnore
  public DocumentId document() {
    return DocumentId.of(material.origin());
  }

  /// The same with other material.
  public IngestJob with(Material other) {
    return new IngestJob(id, tenant, other, audience, by, payer, at);
  }

  /// Whether a person wants it, or it goes on their account.
  public boolean isOf(UserId person) {
    return payer.user().equals(person)
        || by.filter(author -> author.id().equals(person)).isPresent();
  }
}
