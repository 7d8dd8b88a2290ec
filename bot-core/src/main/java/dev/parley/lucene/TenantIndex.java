package dev.parley.lucene;

import dev.parley.knowledge.Changes;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.PassageIndex.Hit;
import dev.parley.knowledge.PassageIndex.Wanted;
import dev.parley.model.Embedding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;

/// The passages of one tenant, with all that finds them. One thread writes, any number search. What
/// throws an [IOException] or is closed cannot be used any more: it is to be opened anew.
final class TenantIndex implements AutoCloseable {
  /// What a kill may take back; it is read from the store again.
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);

  private final IndexFolder folder;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final PassageFields fields;
  private final Question.Vocabulary vocabulary;

  private Changes.Point committed;
  private Changes.Point reached;
  private long committedAt = System.nanoTime();

  private TenantIndex(
      IndexFolder folder, PassageFields fields, Question.Vocabulary vocabulary, IndexWriter writer)
      throws IOException {
    this.folder = folder;
    this.fields = fields;
    this.vocabulary = vocabulary;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, new SearcherFactory());
    this.committed = folder.point(writer);
    this.reached = committed;
  }

  /// Opens what is there, or begins anew where there is nothing, or nothing that can be used.
  static TenantIndex open(
      Path path, String format, PassageFields fields, Question.Vocabulary vocabulary)
      throws IOException {
    IndexFolder folder = new IndexFolder(path, format);
    return new TenantIndex(folder, fields, vocabulary, folder.open(vocabulary));
  }

  /// Up to where it had all changes when it was written to disk last.
  Changes.Point point() {
    return committed;
  }

  List<Hit> search(Wanted wanted, Optional<Embedding> meaning) throws IOException {
    return searching(searcher -> new HybridSearch(searcher, vocabulary).find(wanted, meaning));
  }

  private <T> T searching(Search<T> search) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return search.in(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  @FunctionalInterface
  private interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  /// Whether all of a document is there already, as it is now.
  boolean has(Document document) throws IOException {
    return searching(
        searcher -> {
          int same = searcher.count(new TermQuery(PassageFields.stateOf(document)));
          int all = searcher.count(new TermQuery(PassageFields.of(document.id())));
          return same == document.passages() && all == same;
        });
  }

  /// All documents of which there is anything.
  Set<DocumentId> documents() throws IOException {
    return searching(searcher -> documents(searcher.getIndexReader()));
  }

  private static Set<DocumentId> documents(IndexReader reader) throws IOException {
    Set<DocumentId> ids = new HashSet<>();
    Terms terms = MultiTerms.getTerms(reader, PassageFields.DOCUMENT);
    if (terms != null) {
      TermsEnum each = terms.iterator();
      for (BytesRef id = each.next(); id != null; id = each.next()) {
        ids.add(new DocumentId(id.utf8ToString()));
      }
    }
    return ids;
  }

  /// Puts passages in the place of all that was there of their document. Seen after [#show()].
  void put(Document document, List<EmbeddedPassage> passages) throws IOException {
    if (passages.isEmpty()) {
      // Lucene loses count of its memory where it is given none
      remove(document.id());
      return;
    }
    writer.updateDocuments(
        PassageFields.of(document.id()),
        passages.stream().map(passage -> fields.of(document, passage)).toList());
  }

  /// Takes all of a document away. Seen after [#show()].
  void remove(DocumentId document) throws IOException {
    writer.deleteDocuments(PassageFields.of(document));
  }

  /// Lets searches see what was put and removed.
  void show() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /// Notes up to where all changes are in, and writes to disk now and then.
  ///
  /// @param until empty: there are more to come, so a restart must begin where this one did
  void settle(Optional<Changes.Point> until) throws IOException {
    reached = until.orElse(committed);
    boolean due = System.nanoTime() - committedAt > COMMIT_EVERY.toNanos();
    if (due && isDirty()) {
      commit();
    }
  }

  private boolean isDirty() {
    return writer.hasUncommittedChanges() || !reached.equals(committed);
  }

  private void commit() throws IOException {
    folder.commit(writer, reached);
    committed = reached;
    committedAt = System.nanoTime();
  }

  /// Writes to disk what is not there yet, and ends. Not to be called while [#settle] runs.
  @Override
  public void close() throws IOException {
    try {
      if (writer.isOpen() && isDirty()) {
        commit();
      }
    } finally {
      // merges that run would take long; they begin anew
      IOUtils.close(searchers, writer::rollback, folder);
    }
  }
}
