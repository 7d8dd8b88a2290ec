package dev.parley.web;

import dev.parley.attachment.Upload;
import dev.parley.command.CommandInvocation;
import dev.parley.command.TypedWish;
import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.MessageReceipt;
import dev.parley.platform.RoomLog;
import dev.parley.platform.RoomPost;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Takes what people write in rooms: messages go to the core, commands are answered at once.
final class RoomMessages {
  private static final int LONGEST_ID = 80;
  private static final int LONGEST_NAME = 60;
  private static final String EXAMPLE =
      "{\"id\":\"a UUID\",\"author\":{\"id\":\"…\",\"name\":\"…\"},\"text\":\"…\"}";

  private final RoomLog log;
  private final WebMarkdown markdown;
  private final Clock clock;
  private final WebSettings settings;
  private final RoomFiles files;
  private final RoomUploads uploads;

  RoomMessages(
      RoomLog log,
      WebMarkdown markdown,
      Clock clock,
      WebSettings settings,
      RoomFiles files,
      RoomUploads uploads) {
    this.log = log;
    this.markdown = markdown;
    this.clock = clock;
    this.settings = settings;
    this.files = files;
    this.uploads = uploads;
  }

  void take(Context request, InboundHandler handler) {
    RoomName room = RoomName.of(request);
    JsonBody body = JsonBody.of(request, settings.limits().largestBody(), EXAMPLE);
    Author author = author(body.object("author"));
    List<Upload> sent = uploads.named(body, room, author.id());
    InboundMessage message = message(room, body, author, sent);
    Optional<TypedWish> wish = TypedWish.of(message.text(), handler.commands());
    if (wish.isPresent()) {
      message(request, handler, message.wishing(wish.get().wish(), wish.get().text()), sent);
    } else if (!CommandLines.isCommand(message.text())) {
      message(request, handler, message, sent);
    } else if (sent.isEmpty() || CommandLines.takesFiles(message.text(), handler.commands())) {
      command(request, handler, message, sent);
    } else {
      throw RequestProblem.bad(WebWording.NO_FILES_FOR_COMMANDS);
    }
  }

  private InboundMessage message(RoomName room, JsonBody body, Author author, List<Upload> sent) {
    Place place = room.place(body.optionalText("thread", LONGEST_ID).map(PostNaming::threadRoot));
    return new InboundMessage(
        new MessageId(PostNaming.messageId(body.text("id", LONGEST_ID))),
        place,
        author,
        // whoever writes here writes to the bot
        place.direct() ? Addressing.DIRECT : Addressing.MENTION,
        text(body, sent),
        clock.instant(),
        room.value(),
        sent.stream().map(RoomUploads::ref).toList());
  }

  /// Files say something by themselves.
  private String text(JsonBody body, List<Upload> sent) {
    int longest = settings.limits().longestMessage();
    return sent.isEmpty()
        ? body.text("text", longest).strip()
        : body.textOrNothing("text", longest);
  }

  private static Author author(JsonBody author) {
    String name = author.text("name", LONGEST_NAME);
    if (Author.shown(name).isEmpty()) {
      throw RequestProblem.bad("\"author.name\" must not be empty.");
    }
    return new Author(PostNaming.person(author.id("id", LONGEST_ID)), name);
  }

  /// Shows a message once it is sure to be answered. Where this instance goes down in between,
  /// the sender's page sends it again, or its answer brings it along.
  private void message(
      Context request, InboundHandler handler, InboundMessage message, List<Upload> sent) {
    MessageReceipt receipt = handler.onMessage(message);
    if (receipt == MessageReceipt.REFUSED) {
      throw new RequestProblem(429, WebWording.ROOM_FULL);
    }
    log.post(RoomName.TENANT, message.place().channel(), spoken(message));
    uploads.sent(sent);
    Json.answer(
        request,
        202,
        Map.of("id", message.id().value(), "receipt", receipt.name().toLowerCase(Locale.ROOT)));
  }

  /// What a person said, as a room shows it.
  static RoomPost spoken(InboundMessage message) {
    return new RoomPost(
            message.id().value(),
            message.sentAt(),
            message.author(),
            typed(message),
            Reply.Tone.ANSWER,
            Optional.empty(),
            message.place().thread().map(MessageId::value))
        .withSent(message.attachments());
  }

  private static String typed(InboundMessage message) {
    return switch (message.wish()) {
      case ANSWER -> message.text();
      case PICTURE -> "/imagine " + message.text();
      case RUN_TOOL -> "";
    };
  }

  /// The files of a command are kept like those of a message: it may take its time to read them.
  private void command(
      Context request, InboundHandler handler, InboundMessage message, List<Upload> sent) {
    uploads.sent(sent);
    Reply answer =
        handler.onCommandLine(
            message.text(),
            new CommandInvocation(
                    List.of(),
                    Map.of(),
                    message.place(),
                    message.author(),
                    settings.everyoneManages())
                .with(message.attachments()));
    String room = message.place().channel();
    Reply reply = RoomFiles.kept(answer, handler.files(RoomName.TENANT));
    if (CommandLines.isForEveryone(message.text(), reply, handler.commands())) {
      log.post(RoomName.TENANT, room, spoken(message));
      log.post(RoomName.TENANT, room, answered(message, reply));
      Json.answer(request, 202, Map.of("id", message.id().value(), "receipt", "posted"));
    } else {
      files.whisper(room, reply.files());
      Json.answer(request, 200, Map.of("id", message.id().value(), "reply", shown(room, reply)));
    }
  }

  private RoomPost answered(InboundMessage message, Reply reply) {
    return new RoomPost(
        PostNaming.reply(message.id()),
        clock.instant(),
        RoomName.bot(settings),
        reply.markdown(),
        reply.tone(),
        Optional.of(message.id().value()),
        message.place().thread().map(MessageId::value),
        reply.files(),
        reply.actions());
  }

  private Map<String, Object> shown(String room, Reply reply) {
    return Map.of(
        "html",
        markdown.html(reply.markdown()),
        "tone",
        reply.tone().name().toLowerCase(Locale.ROOT),
        "files",
        RoomFiles.views(room, reply.files()),
        "actions",
        RoomJson.actions(reply.actions()));
  }
}
