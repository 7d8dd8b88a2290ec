package dev.parley.lucene;

import dev.parley.knowledge.Changes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of one index. Since they are a copy, those that are broken or of another format go.
final class IndexFolder implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

  /// What an index holds in memory before it makes a segment of it.
  private static final double BUFFER_MEGABYTES = 32;

  private final Path path;
  private final String format;
  private final Directory directory;

  IndexFolder(Path path, String format) throws IOException {
    this.path = path;
    this.format = format;
    Files.createDirectories(path);
    this.directory = FSDirectory.open(path);
  }

  /// A writer on what is there, where it can be used, else on nothing.
  IndexWriter open(Question.Vocabulary vocabulary) throws IOException {
    try {
      if (isUsable()) {
        return writer(vocabulary, OpenMode.APPEND);
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
      log.warn("The index in {} is broken and is made anew: {}", path, broken.toString());
    }
    for (String file : directory.listAll()) {
      directory.deleteFile(file);
    }
    IndexWriter fresh = writer(vocabulary, OpenMode.CREATE);
    commit(fresh, Changes.BEGINNING);
    return fresh;
  }

  private boolean isUsable() throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return false;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      if (!CommitNote.read(reader.getIndexCommit().getUserData()).format().equals(format)) {
        log.info("The index in {} is of another format and is made anew", path);
        return false;
      }
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      return true;
    }
  }

  private IndexWriter writer(Question.Vocabulary vocabulary, OpenMode mode) throws IOException {
    Analyzer analyzer =
        new PerFieldAnalyzerWrapper(
            vocabulary.stems(), Map.of(PassageFields.WORDS, vocabulary.words()));
    IndexWriterConfig config =
        new IndexWriterConfig(analyzer)
            .setCodec(new WideCodec())
            .setOpenMode(mode)
            .setCommitOnClose(false)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES);
    return new IndexWriter(directory, config);
  }

  /// Writes to disk what a writer has, with the point up to which that has all changes.
  void commit(IndexWriter writer, Changes.Point point) throws IOException {
    writer.setLiveCommitData(new CommitNote(format, point).written().entrySet());
    writer.commit();
  }

  /// The point of the last commit.
  Changes.Point point(IndexWriter writer) {
    Map<String, String> note = new HashMap<>();
    Optional.ofNullable(writer.getLiveCommitData())
        .ifPresent(lines -> lines.forEach(line -> note.put(line.getKey(), line.getValue())));
    return CommitNote.read(note).point();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(directory);
  }
}
