package dev.parley.lucene;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.Passage;
import dev.parley.knowledge.PassageIndex.Hit;
import dev.parley.model.VectorSpace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/// What is indexed of a passage, and how it is read again.
final class PassageFields {
  /// The id of the document.
  static final String DOCUMENT = "document";

  /// All that an indexed document depends on, in one term.
  static final String STATE = "state";

  /// One term for each of the document's audience.
  static final String AUDIENCE = "audience";

  /// The words of the text and of what stands above it, as they are written.
  static final String WORDS = "words";

  /// The stems of the text.
  static final String STEMS = "stems";

  /// The stems of the document's title and of the headings that the passage stands below.
  static final String TITLE = "title";

  static final String VECTOR = "vector";

  private static final String VERSION = "version";
  private static final String PASSAGE = "passage";

  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  private final Optional<VectorSpace> space;

  /// @param space of the vectors that are indexed; those of others are left out
  PassageFields(Optional<VectorSpace> space) {
    this.space = space;
  }

  /// The term that all passages of a document have, whatever its version.
  static Term of(DocumentId id) {
    return new Term(DOCUMENT, id.value());
  }

  /// The term that passages have where they need not be indexed again.
  static Term stateOf(Document document) {
    String all =
        String.join(
            "\n",
            document.id().value(),
            document.version(),
            document.space().orElse(""),
            document.audience().terms().toString(),
            document.title());
    return new Term(STATE, new BytesRef(Sha256.of(all)));
  }

  org.apache.lucene.document.Document of(Document document, EmbeddedPassage embedded) {
    var fields = new org.apache.lucene.document.Document();
    Passage passage = embedded.passage();
    fields.add(new StringField(DOCUMENT, document.id().value(), Field.Store.YES));
    fields.add(new StringField(STATE, stateOf(document).bytes(), Field.Store.NO));
    fields.add(new StoredField(VERSION, document.version()));
    for (AudienceTerm term : document.audience().terms()) {
      fields.add(new StringField(AUDIENCE, term.text(), Field.Store.NO));
    }
    for (String line : titles(document, passage)) {
      fields.add(new TextField(TITLE, line, Field.Store.NO));
      fields.add(new TextField(WORDS, line, Field.Store.NO));
    }
    fields.add(new TextField(WORDS, passage.text(), Field.Store.NO));
    fields.add(new TextField(STEMS, passage.text(), Field.Store.NO));
    vector(document, embedded).ifPresent(fields::add);
    fields.add(new StoredField(PASSAGE, written(passage)));
    return fields;
  }

  private static List<String> titles(Document document, Passage passage) {
    return Stream.concat(Stream.of(document.title()), passage.headings().stream()).toList();
  }

  private Optional<KnnFloatVectorField> vector(Document document, EmbeddedPassage embedded) {
    boolean fits = space.map(VectorSpace::toString).equals(document.space());
    return embedded
        .embedding()
        .filter(_ -> fits)
        .filter(vector -> vector.dimensions() == space.orElseThrow().dimensions())
        .map(
            vector ->
                new KnnFloatVectorField(
                    VECTOR, vector.values(), VectorSimilarityFunction.DOT_PRODUCT));
  }

  private static byte[] written(Passage passage) {
    try {
      return JSON.writeValueAsBytes(passage);
    } catch (IOException impossible) {
      throw new IllegalStateException("every passage can be written", impossible);
    }
  }

  /// A passage that was found.
  static Hit read(
      org.apache.lucene.document.Document stored,
      double score,
      double wordsFound,
      Optional<Double> similarity)
      throws IOException {
    return new Hit(
        new DocumentId(stored.get(DOCUMENT)),
        stored.get(VERSION),
        read(stored.getBinaryValue(PASSAGE)),
        score,
        wordsFound,
        similarity);
  }

  private static Passage read(BytesRef written) throws IOException {
    return JSON.readValue(written.bytes, written.offset, written.length, Passage.class);
  }
}
