package dev.parley.web;

import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.PictureType;
import dev.parley.attachment.Upload;
import dev.parley.attachment.Uploads;
import io.javalin.http.Context;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Files that people sent, as rooms show them: pictures of a few harmless types as such, whatever
/// else to be saved.
final class SentFiles {
  private static final String UNKNOWN = "application/octet-stream";
  private static final String GIF = "image/gif";
  private static final Set<String> GIF_MARKS = Set.of("GIF87a", "GIF89a");

  private final Uploads uploads;

  SentFiles(Uploads uploads) {
    this.uploads = uploads;
  }

  /// The type that a file may be shown as, by its content.
  static String type(byte[] beginning) {
    String mark =
        new String(beginning, 0, Math.min(beginning.length, 6), StandardCharsets.ISO_8859_1);
    return GIF_MARKS.contains(mark) ? GIF : PictureType.of(beginning).orElse(UNKNOWN);
  }

  private static boolean isPicture(String mediaType) {
    return PictureType.isOne(mediaType) || mediaType.equals(GIF);
  }

  static RoomFiles.View view(String room, Upload upload) {
    return view(room, RoomUploads.ref(upload));
  }

  static List<RoomFiles.View> views(String room, List<AttachmentRef> files) {
    return files.stream().map(file -> view(room, file)).toList();
  }

  private static RoomFiles.View view(String room, AttachmentRef file) {
    return new RoomFiles.View(
        RoomFiles.url(room, file.id()),
        file.name(),
        file.name(),
        isPicture(file.mediaType()),
        file.size());
  }

  /// Serves a file that was uploaded to a room; it is never another one's, and never changes.
  void serve(Context request, RoomName room, String id) {
    if (RoomFiles.isThere(request, id)) {
      return;
    }
    Upload upload = uploads.find(RoomName.TENANT, room.value(), id).orElseThrow(RoomFiles::nothing);
    Optional<InputStream> content = uploads.open(RoomName.TENANT, room.value(), id);
    RoomFiles.answer(
        request,
        isPicture(upload.mediaType()) ? Optional.of(upload.mediaType()) : Optional.empty(),
        upload.name(),
        content.orElseThrow(RoomFiles::nothing));
    request.header("Content-Length", Long.toString(upload.size()));
  }

  /// As browsers take the name of what they save.
  static String disposition(String name) {
    String quoted = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename*=UTF-8''" + quoted.replace("*", "%2A");
  }
}
