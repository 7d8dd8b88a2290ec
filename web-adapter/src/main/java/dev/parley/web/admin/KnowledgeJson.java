package dev.parley.web.admin;

import dev.parley.command.Directory;
import dev.parley.identity.Author;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.Passage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Documents of one tenant and what happens to them, as the page gets them. Each channel's name is
/// asked for once.
final class KnowledgeJson {
  private final TenantId tenant;
  private final Directory directory;
  private final Map<String, String> channels = new HashMap<>();

  KnowledgeJson(TenantId tenant, Directory directory) {
    this.tenant = tenant;
    this.directory = directory;
  }

  /// @param kind `text`, `link`, `file`, `message` or `folder`
  /// @param key of its origin: an address, or the name of a file
  /// @param addedBy the name; empty where nobody did, or nobody knows any more
  record DocumentView(
      String id,
      String title,
      String kind,
      String key,
      Optional<String> address,
      String mediaType,
      List<TermView> audience,
      Optional<String> addedBy,
      String addedAt,
      String checkedAt,
      int passages,
      long characters,
      long uses,
      Optional<String> lastUsed,
      boolean stale) {}

  /// Some people.
  ///
  /// @param term as it is written
  /// @param name of a channel; the id elsewhere
  record TermView(String term, String kind, String name) {}

  DocumentView document(KnowledgeDesk.Entry entry) {
    Document document = entry.document();
    return new DocumentView(
        document.id().value(),
        document.title(),
        word(document.origin().kind()),
        document.origin().key(),
        document.origin().address(),
        document.mediaType(),
        audience(document.audience()),
        document.addedBy().map(Author::name),
        document.addedAt().toString(),
        document.checkedAt().toString(),
        document.passages(),
        document.characters(),
        entry.use().map(KnowledgeStore.Use::times).orElse(0L),
        entry.use().map(KnowledgeStore.Use::last).map(Instant::toString),
        entry.stale());
  }

  private List<TermView> audience(DocumentAudience audience) {
    return audience.terms().stream().map(this::term).toList();
  }

  private TermView term(AudienceTerm term) {
    String name =
        term.kind() == AudienceTerm.Kind.CHANNEL
            ? channels.computeIfAbsent(term.id(), id -> directory.channelName(tenant, id))
            : term.id();
    return new TermView(term.text(), word(term.kind()), name);
  }

  /// A document that is being read, or was within the last day.
  ///
  /// @param stage `waiting`, `reading`, `embedding`, `done`, `unchanged` or `failed`
  record JobView(
      String id,
      String document,
      String name,
      String kind,
      String stage,
      boolean over,
      int done,
      int of,
      String told,
      Optional<String> by,
      String since) {}

  static JobView job(JobState state) {
    return new JobView(
        state.job().id(),
        state.job().document().value(),
        state.job().material().name(),
        word(state.job().material().origin().kind()),
        word(state.stage()),
        state.isOver(),
        state.done(),
        state.of(),
        state.told(),
        state.job().by().map(Author::name),
        state.since().toString());
  }

  /// @param page of the document that it is from
  record PassageView(
      int position,
      String text,
      List<String> headings,
      Optional<Integer> page,
      Optional<String> anchor) {}

  static PassageView passage(Passage passage) {
    return new PassageView(
        passage.position(), passage.text(), passage.headings(), passage.page(), passage.anchor());
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
