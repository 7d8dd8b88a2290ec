package dev.parley.lucene;

import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.PassageIndex.Wanted;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/// The part of every query that keeps it to what all viewers may see.
final class SeenBy {
  private SeenBy() {}

  /// The passages that all viewers may see, of the documents that are searched in.
  static Query filter(Wanted wanted) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Set<AudienceTerm> viewer : wanted.viewers().each()) {
      List<String> terms = viewer.stream().map(AudienceTerm::text).toList();
      all.add(any(PassageFields.AUDIENCE, terms), Occur.FILTER);
    }
    if (!wanted.only().isEmpty()) {
      List<String> ids = wanted.only().stream().map(DocumentId::value).toList();
      all.add(any(PassageFields.DOCUMENT, ids), Occur.FILTER);
    }
    return all.build();
  }

  private static Query any(String field, Collection<String> terms) {
    if (terms.isEmpty()) {
      return new MatchNoDocsQuery("nobody may see it");
    }
    return new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList());
  }
}
