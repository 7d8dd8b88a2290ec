package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.PictureType;
import dev.parley.message.ReplyFile;
import dev.parley.model.Media;
import dev.parley.model.ModelMessage;
import dev.parley.tool.ToolResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files that belong to the answer of a running turn: the pictures that the model made, kept as
/// soon as they come and shown to it again in the turn's later rounds, and what its tools made.
/// Used by one thread.
final class MadeFiles {
  private static final String STEM = "picture";

  private final RoundJournal journal;
  private final FileNames names;
  private final String description;
  private final Map<String, ReplyFile> made = new LinkedHashMap<>();
  private final List<Media> seen = new ArrayList<>();

  /// @param description of the model's own pictures, for people who cannot see them
  MadeFiles(RoundJournal journal, FileNames names, String description) {
    this.journal = journal;
    this.names = names;
    this.description = description;
  }

  /// Keeps a picture, once however often it comes.
  ///
  /// @return as it is remembered; nothing where pictures are not kept
  List<Attachment> take(Media picture) {
    if (!journal.keepsPictures()) {
      return List.of();
    }
    journal.keep(picture.content());
    String hash = picture.content().sha256();
    ReplyFile file =
        made.computeIfAbsent(
            hash,
            _ ->
                new ReplyFile(
                    new Attachment(
                        names.next(STEM, PictureType.ending(picture.mediaType())),
                        picture.mediaType(),
                        hash,
                        picture.content().size()),
                    description));
    seen.add(picture);
    return List.of(file.file());
  }

  /// Pictures of a round that an earlier owner of the turn had finished.
  void recall(List<Attachment> pictures) {
    for (Attachment picture : pictures) {
      names.take(picture);
      made.putIfAbsent(picture.sha256(), new ReplyFile(picture, description));
      journal.find(picture).ifPresent(content -> seen.add(new Media(picture.mediaType(), content)));
    }
  }

  /// Files of the tools that the model called.
  void add(List<ToolResult> results) {
    for (ToolResult result : results) {
      add(result);
    }
  }

  /// Files of one tool.
  void add(ToolResult result) {
    result.files().forEach(file -> made.putIfAbsent(file.file().sha256(), file));
  }

  boolean isEmpty() {
    return made.isEmpty();
  }

  List<ReplyFile> all() {
    return List.copyOf(made.values());
  }

  /// What the model said, with the pictures in it.
  ModelMessage shown(ModelMessage step) {
    return step instanceof ModelMessage.FromModel said && !seen.isEmpty()
        ? new ModelMessage.FromModel(said.content(), seen)
        : step;
  }
}
