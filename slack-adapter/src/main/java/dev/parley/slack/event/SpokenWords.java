package dev.parley.slack.event;

import static dev.parley.slack.event.SlackEventMapper.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentRef;
import dev.parley.identity.Author;
import dev.parley.identity.UserId;
import dev.parley.platform.Backlog;
import dev.parley.slack.file.FileRefs;
import dev.parley.slack.text.SlackMarkup;
import dev.parley.slack.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes what people, the bot and other bots said out of messages as Slack keeps them.
final class SpokenWords {
  private static final int LONGEST = 4_000;
  private static final Set<String> SPOKEN =
      Set.of("", "file_share", "me_message", "thread_broadcast", "bot_message");

  private final Workspace workspace;
  private final SlackMarkup markup;
  private final int longest;

  SpokenWords(Workspace workspace) {
    this(workspace, LONGEST);
  }

  /// @param longest characters of one message
  SpokenWords(Workspace workspace, int longest) {
    this.longest = longest;
    this.workspace = workspace;
    this.markup =
        new SlackMarkup(
            workspace.identity().user(),
            user -> Optional.of(workspace.people().person(user).name()));
  }

  /// Nothing where nobody said anything, as when somebody joined.
  Optional<Backlog.Line> of(String channel, JsonNode message) {
    String words = shortened(words(message));
    List<AttachmentRef> files = FileRefs.of(message);
    if ((words.isEmpty() && files.isEmpty()) || !SPOKEN.contains(text(message, "subtype"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Backlog.Line(
            InboundMessages.id(channel, text(message, "ts")), author(message), words, files));
  }

  private String words(JsonNode message) {
    List<String> parts = new ArrayList<>();
    parts.add(markup.plain(text(message, "text")).strip());
    if (parts.getFirst().isEmpty()) {
      message.path("attachments").forEach(attachment -> parts.add(attached(attachment)));
    }
    return String.join("\n", parts).strip();
  }

  private String attached(JsonNode attachment) {
    return Stream.of(text(attachment, "title"), text(attachment, "text"))
        .filter(part -> !part.isBlank())
        .findAny()
        .map(_ -> markup.plain(text(attachment, "title") + "\n" + text(attachment, "text")).strip())
        .orElseGet(() -> markup.plain(text(attachment, "fallback")).strip());
  }

  private String shortened(String words) {
    return words.length() <= longest ? words : words.substring(0, longest) + "…";
  }

  private Author author(JsonNode message) {
    String user = text(message, "user");
    String bot = text(message, "bot_id");
    if (!bot.isEmpty() && bot.equals(workspace.identity().bot())) {
      return new Author(new UserId(workspace.identity().user()), "You");
    }
    if (!bot.isEmpty()) {
      return new Author(new UserId(user.isEmpty() ? bot : user), botName(message));
    }
    return new Author(new UserId(user), workspace.people().person(user).name());
  }

  private static String botName(JsonNode message) {
    return Stream.of(text(message, "username"), text(message.path("bot_profile"), "name"))
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse("A bot");
  }
}
