package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.PictureType;
import dev.parley.model.Media;
import dev.parley.model.ModelMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The pictures that the model made so far in a running turn: kept as soon as they come, and shown
/// to the model again in the turn's later rounds. Used by one thread.
final class MadePictures {
  private final RoundJournal journal;
  private final Map<String, Attachment> made = new LinkedHashMap<>();
  private final List<Media> seen = new ArrayList<>();

  MadePictures(RoundJournal journal) {
    this.journal = journal;
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
    Attachment file =
        made.computeIfAbsent(
            hash,
            _ ->
                new Attachment(
                    "picture-%d.%s"
                        .formatted(made.size() + 1, PictureType.ending(picture.mediaType())),
                    picture.mediaType(),
                    hash,
                    picture.content().size()));
    seen.add(picture);
    return List.of(file);
  }

  /// Pictures of a round that an earlier owner of the turn had finished.
  void recall(List<Attachment> pictures) {
    for (Attachment picture : pictures) {
      made.putIfAbsent(picture.sha256(), picture);
      journal.find(picture).ifPresent(content -> seen.add(new Media(picture.mediaType(), content)));
    }
  }

  boolean isEmpty() {
    return made.isEmpty();
  }

  List<Attachment> all() {
    return List.copyOf(made.values());
  }

  /// What the model said, with the pictures in it.
  ModelMessage shown(ModelMessage step) {
    return step instanceof ModelMessage.FromModel said && !seen.isEmpty()
        ? new ModelMessage.FromModel(said.content(), seen)
        : step;
  }
}
