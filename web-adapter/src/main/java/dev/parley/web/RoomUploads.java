package dev.parley.web;

import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentSource;
import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.AttachmentUnavailableException.Why;
import dev.parley.attachment.Upload;
import dev.parley.attachment.UploadResult;
import dev.parley.attachment.Uploads;
import dev.parley.identity.UserId;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Files that people upload to a room, one by one, before they send the message that names them.
final class RoomUploads implements HttpRoutes {
  private static final int LONGEST_ID = 80;
  private static final int LONGEST_NAME = 1_000;
  private static final int BEGINNING = 4_096;

  /// Each holds a part of its file in memory.
  private static final int MOST_AT_ONCE = 32;

  private final Uploads uploads;
  private final WebSettings settings;
  private final Semaphore taking = new Semaphore(MOST_AT_ONCE);

  RoomUploads(Uploads uploads, WebSettings settings) {
    this.uploads = uploads;
    this.settings = settings;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post("/api/rooms/{room}/files", this::take);
    config.routes.delete("/api/rooms/{room}/files/{id}", this::discard);
  }

  private void take(Context request) {
    Upload.Sender sender = sender(request);
    String name = Optional.ofNullable(request.queryParam("name")).orElse("");
    if (name.length() > LONGEST_NAME) {
      throw RequestProblem.bad("\"name\" has at most " + LONGEST_NAME + " characters.");
    }
    if (!taking.tryAcquire()) {
      request.header("Retry-After", "2");
      throw new RequestProblem(503, WebWording.BUSY);
    }
    try {
      answer(request, sender, kept(request, sender, name));
    } catch (IOException e) {
      throw BoundedBody.brokenOff();
    } finally {
      taking.release();
    }
  }

  private static Upload.Sender sender(Context request) {
    String person = Optional.ofNullable(request.queryParam("author")).orElse("");
    if (person.isBlank() || person.length() > LONGEST_ID || JsonBody.isUnfit(person)) {
      throw RequestProblem.bad("\"author\" must be the id of whoever uploads the file.");
    }
    return new Upload.Sender(RoomName.of(request).value(), PostNaming.person(person));
  }

  private UploadResult kept(Context request, Upload.Sender sender, String name) throws IOException {
    InputStream body = request.req().getInputStream();
    BufferedInputStream content = new BufferedInputStream(body, BEGINNING);
    content.mark(BEGINNING);
    byte[] beginning = content.readNBytes(BEGINNING);
    content.reset();
    if (beginning.length == 0) {
      throw RequestProblem.bad("The file is empty.");
    }
    long size = Math.max(request.req().getContentLengthLong(), 0);
    Upload.Offer offer = new Upload.Offer(sender, name, SentFiles.type(beginning), size);
    UploadResult result = uploads.keep(RoomName.TENANT, offer, content);
    if (!(result instanceof UploadResult.Kept)) {
      BoundedBody.passOver(body);
    }
    return result;
  }

  private static void answer(Context request, Upload.Sender sender, UploadResult result) {
    switch (result) {
      case UploadResult.Kept(Upload upload) ->
          Json.answer(request, 201, new Taken(upload.id(), SentFiles.view(sender.place(), upload)));
      case UploadResult.TooLarge(long most) ->
          throw new RequestProblem(
              413, "The file is too large: at most " + FileSize.of(most) + " are taken.");
      case UploadResult.TooMuchUnsent(UploadResult.Whose whose) ->
          throw new RequestProblem(429, tooMuch(whose));
      case UploadResult.Unfit(String sentence) -> throw RequestProblem.bad(sentence);
      case UploadResult.Gone() -> throw new RequestProblem(410, WebWording.FILE_GONE);
    }
  }

  private static String tooMuch(UploadResult.Whose whose) {
    return switch (whose) {
      case PERSON -> WebWording.TOO_MUCH_OF_YOURS;
      case PLACE, EVERYBODY -> WebWording.TOO_MUCH_OF_ALL;
    };
  }

  private record Taken(String id, RoomFiles.View file) {}

  private void discard(Context request) {
    uploads.discard(RoomName.TENANT, sender(request), PostNaming.fileId(request.pathParam("id")));
    request.status(204);
  }

  /// The files that a message names, which its author must have uploaded to its room.
  List<Upload> named(JsonBody message, RoomName room, UserId author) {
    int most = settings.files().mostFiles();
    List<Upload> named = new ArrayList<>();
    for (String id : message.optionalTexts("files", most, LONGEST_ID)) {
      named.add(
          uploads
              .find(RoomName.TENANT, room.value(), PostNaming.fileId(id))
              .filter(upload -> upload.sender().person().equals(author))
              .orElseThrow(() -> new RequestProblem(410, WebWording.FILE_GONE)));
    }
    return named;
  }

  /// Notes that files went with a message which will be answered.
  void sent(List<Upload> files) {
    uploads.sent(RoomName.TENANT, files);
  }

  /// As the core is told of a file.
  static AttachmentRef ref(Upload upload) {
    return new AttachmentRef(
        upload.id(), upload.name(), upload.mediaType(), upload.size(), upload.sender().place());
  }

  /// Where turns have the files of messages from.
  AttachmentSource source() {
    return (tenant, file) ->
        uploads
            .open(tenant, file.source(), file.id())
            .orElseThrow(
                () -> new AttachmentUnavailableException(Why.GONE, "no upload any more", null));
  }
}
