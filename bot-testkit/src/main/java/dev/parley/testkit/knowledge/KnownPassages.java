package dev.parley.testkit.knowledge;

import dev.parley.identity.Author;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.FoundPassage;
import dev.parley.knowledge.KnowledgeBase;
import dev.parley.knowledge.Origin;
import dev.parley.knowledge.Passage;
import dev.parley.knowledge.PassageIndex;
import dev.parley.usage.Booking;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A knowledge base of few passages: those fit of which a word of four letters or more is searched
/// for, in the order in which they were added.
public final class KnownPassages implements KnowledgeBase {
  private final TenantId tenant;
  private final List<FoundPassage> all = new CopyOnWriteArrayList<>();

  public KnownPassages(TenantId tenant) {
    this.tenant = tenant;
  }

  /// Adds a document of one passage.
  public KnownPassages with(String title, String address, DocumentAudience audience, String text) {
    Origin origin =
        new Origin(Origin.Kind.LINK, title, Optional.of(address).filter(a -> !a.isEmpty()));
    String hash = HexFormat.of().formatHex(hashed(text));
    Document document =
        new Document(
            DocumentId.of(origin),
            tenant,
            origin,
            title,
            "text/markdown",
            audience,
            Optional.of(new Author(new UserId("U0"), "Ann")),
            Instant.EPOCH,
            Instant.EPOCH,
            hash,
            hash,
            Optional.empty(),
            1,
            text.length());
    Passage passage = new Passage(0, text, List.of(), Optional.empty(), Optional.empty(), hash);
    all.add(new FoundPassage(document, passage, 1, true));
    return this;
  }

  /// The documents of all passages, in their order.
  public List<Document> documents() {
    return all.stream().map(FoundPassage::document).distinct().toList();
  }

  /// The passage with this text.
  public FoundPassage passage(String text) {
    return all.stream()
        .filter(found -> found.passage().text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] hashed(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  @Override
  public Found search(TenantId where, PassageIndex.Wanted wanted, Booking booking) {
    List<FoundPassage> found =
        all.stream()
            .filter(_ -> where.equals(tenant))
            .filter(passage -> wanted.viewers().maySee(passage.document().audience()))
            .filter(
                passage ->
                    wanted.only().isEmpty() || wanted.only().contains(passage.document().id()))
            .filter(passage -> fits(passage.passage().text(), wanted.words()))
            .limit(wanted.most())
            .toList();
    return new Found(found, all.isEmpty());
  }

  private static boolean fits(String text, String words) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Stream.of(words.toLowerCase(Locale.ROOT).split("\\W+"))
        .anyMatch(word -> word.length() > 3 && lower.contains(word));
  }
}
