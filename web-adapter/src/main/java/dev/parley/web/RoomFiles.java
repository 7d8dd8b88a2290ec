package dev.parley.web;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.PictureType;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.platform.FileContents;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.RoomLog;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The files that a room shows. A file is had by way of a room only where a post of that room, or a
/// reply that somebody got there, carries it.
final class RoomFiles implements HttpRoutes {
  private static final int MOST_WHISPERED = 1_000;
  private static final String NOTHING = "There is no such file in this room, or not any more.";

  /// Whatever a file holds, nothing in it runs or loads anything.
  private static final String POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

  private final RoomLog log;
  private final WebSettings settings;
  private final SentFiles sent;
  private final Supplier<InboundHandler> handler;
  private final Map<Shown, Attachment> whispered =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Shown, Attachment> eldest) {
          return size() > MOST_WHISPERED;
        }
      };

  /// @param handler the core; throws [RequestProblem] while it is not there
  RoomFiles(RoomLog log, WebSettings settings, SentFiles sent, Supplier<InboundHandler> handler) {
    this.log = log;
    this.settings = settings;
    this.sent = sent;
    this.handler = handler;
  }

  private record Shown(String room, String hash) {}

  /// A file as pages get it.
  ///
  /// @param picture whether a page can show it; else it is offered to be saved
  /// @param size in bytes
  record View(String url, String name, String description, boolean picture, long size) {}

  static List<View> views(String room, List<ReplyFile> files) {
    return files.stream().map(file -> view(room, file)).toList();
  }

  private static View view(String room, ReplyFile shown) {
    Attachment file = shown.file();
    return new View(
        url(room, file.sha256()), file.name(), shown.description(), isPicture(file), file.size());
  }

  static String url(String room, String file) {
    return "/api/rooms/" + URLEncoder.encode(room, StandardCharsets.UTF_8) + "/files/" + file;
  }

  private static boolean isPicture(Attachment file) {
    return PictureType.isOne(file.mediaType());
  }

  /// The reply with the files that are still kept, and a sentence about others.
  static Reply kept(Reply reply, FileContents contents) {
    List<ReplyFile> kept = new ArrayList<>();
    for (ReplyFile file : reply.files()) {
      contents.find(file.file()).ifPresent(_ -> kept.add(file));
    }
    return kept.size() == reply.files().size()
        ? reply
        : reply.saying(reply.markdown() + "\n\n" + ReplyFile.FORGOTTEN).with(kept);
  }

  /// Lets a room's people have files that no post carries: those of a reply to one person. Known to
  /// this instance, for a while.
  void whisper(String room, List<ReplyFile> files) {
    synchronized (whispered) {
      files.forEach(file -> whispered.put(new Shown(room, file.file().sha256()), file.file()));
    }
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/api/rooms/{room}/files/{file}", this::serve);
  }

  private void serve(Context request) {
    RoomName room = RoomName.of(request);
    String file = request.pathParam("file");
    if (PostNaming.isUuid(file)) {
      sent.serve(request, room, file);
    } else {
      serve(request, shown(room.value(), file));
    }
  }

  private void serve(Context request, Attachment file) {
    if (isThere(request, file.sha256())) {
      return;
    }
    AttachmentContent content =
        handler.get().files(RoomName.TENANT).find(file).orElseThrow(RoomFiles::nothing);
    answer(
        request,
        isPicture(file) ? Optional.of(file.mediaType()) : Optional.empty(),
        file.name(),
        new ByteArrayInputStream(content.bytes()));
  }

  /// Answers whoever has a file already, and tells others how to know it again.
  static boolean isThere(Context request, String file) {
    String tag = "\"" + file + "\"";
    boolean there = tag.equals(request.header("If-None-Match"));
    request.header("ETag", tag);
    request.header("Cache-Control", "private, max-age=86400, immutable");
    request.header("Content-Security-Policy", POLICY);
    if (there) {
      request.status(304);
    }
    return there;
  }

  /// @param picture the type of a picture that is shown; what is none is only saved
  static void answer(Context request, Optional<String> picture, String name, InputStream content) {
    request.contentType(picture.orElse("application/octet-stream"));
    if (picture.isEmpty()) {
      request.header("Content-Disposition", SentFiles.disposition(name));
    }
    request.result(content);
  }

  private Attachment shown(String room, String hash) {
    return whispered(room, hash).or(() -> posted(room, hash)).orElseThrow(RoomFiles::nothing);
  }

  static RequestProblem nothing() {
    return new RequestProblem(404, NOTHING);
  }

  private Optional<Attachment> whispered(String room, String hash) {
    synchronized (whispered) {
      return Optional.ofNullable(whispered.get(new Shown(room, hash)));
    }
  }

  /// Pages show no more of a room than is read here.
  private Optional<Attachment> posted(String room, String hash) {
    return log.read(RoomName.TENANT, room, "", settings.limits().mostPosts()).posts().stream()
        .flatMap(post -> post.files().stream())
        .map(ReplyFile::file)
        .filter(file -> file.sha256().equals(hash))
        .findFirst();
  }
}
