package dev.parley.knowledge;

import dev.parley.identity.Author;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
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
    return with(other, addedBy, addedAt, checkedAt);
  }

  /// The same, whose origin was found unchanged.
  public Document checkedAt(Instant when) {
    return with(audience, addedBy, addedAt, when);
  }

  /// As it takes the place of what is there by now, which may be other than when the job for it
  /// began: an audience that the job does not wish for stays, and who was forgotten stays so.
  public Document inPlaceOf(Document there, IngestJob job) {
    boolean another = addedBy.isPresent() && !addedBy.equals(job.by());
    return with(
        job.audience().isPresent() ? audience : there.audience,
        another ? there.addedBy : addedBy,
        there.addedAt,
        checkedAt);
  }

  /// What is left once a person is forgotten: nothing of a message that they added, or where it is
  /// for them alone.
  public Optional<Document> without(UserId person) {
    boolean theirs = addedBy.filter(author -> author.id().equals(person)).isPresent();
    if (theirs && origin.kind() == Origin.Kind.MESSAGE) {
      return Optional.empty();
    }
    Optional<Author> others = theirs ? Optional.empty() : addedBy;
    return audience.without(person).map(left -> with(left, others, addedAt, checkedAt));
  }

  private Document with(
      DocumentAudience others, Optional<Author> author, Instant added, Instant checked) {
    return new Document(
        id,
        tenant,
        origin,
        title,
        mediaType,
        others,
        author,
        added,
        checked,
        fingerprint,
        version,
        space,
        passages,
        characters);
  }
}
