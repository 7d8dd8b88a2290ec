package dev.parley.discord.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.attachment.AttachmentRef;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.event.Channels;
import dev.parley.discord.event.MessageMapper;
import dev.parley.platform.Backlog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.Route;

/// What people choose from a message's menu: a question about it, by a dialog, and a summary of
/// what was said from there on.
final class MessageMenus {
  static final String ASK = "Ask about this";
  static final String SUMMARISE = "Summarise from here";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DIALOG = "parley-ask:";
  private static final String QUESTION = "question";
  private static final int LONGEST_QUESTION = 2_000;
  private static final int MOST_CHARACTERS = 20_000;
  private static final int MOST_REMEMBERED = 1_000;

  /// The most that Discord tells at once ("Get Channel Messages").
  private static final String MOST_MESSAGES = "100";

  private final DiscordApi api;
  private final MessageMapper mapper;
  private final Questions questions;
  private final Deferral deferral;
  private final Channels channels;

  /// Messages that a dialog is open about: where the bot is no member, it cannot ask for them.
  private final Map<String, JsonNode> chosen =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, JsonNode> eldest) {
              return size() > MOST_REMEMBERED;
            }
          });

  MessageMenus(
      DiscordApi api,
      MessageMapper mapper,
      Questions questions,
      Deferral deferral,
      Channels channels) {
    this.api = api;
    this.mapper = mapper;
    this.questions = questions;
    this.deferral = deferral;
    this.channels = channels;
  }

  void chosen(MessageContextInteractionEvent event) {
    if (event.getName().equals(SUMMARISE)) {
      summarise(event);
    } else {
      Message target = event.getTarget();
      chosen.put(target.getId(), json(target, String.valueOf(event.getChannelId())));
      deferral.open(event, dialog(String.valueOf(event.getChannelId()), target.getId()));
    }
  }

  private static Modal dialog(String channel, String message) {
    return Modal.create(DIALOG + channel + ":" + message, ASK)
        .addComponents(
            Label.of(
                "Your question",
                TextInput.create(QUESTION, TextInputStyle.PARAGRAPH)
                    .setMaxLength(LONGEST_QUESTION)
                    .setRequired(true)
                    .build()))
        .build();
  }

  /// Asks what was entered.
  ///
  /// @return whether it was this dialog
  boolean submitted(ModalInteractionEvent submitted) {
    String id = submitted.getModalId();
    if (!id.startsWith(DIALOG)) {
      return false;
    }
    if (deferral.isPromised(submitted, false)) {
      String[] place = id.substring(DIALOG.length()).split(":", 2);
      String question =
          Optional.ofNullable(submitted.getValue(QUESTION))
              .map(value -> value.getAsString())
              .orElse("");
      Optional<Backlog.Line> about = message(place[0], place[1]).flatMap(mapper::line);
      if (about.isEmpty()) {
        deferral.tell(submitted, false, "I cannot read that message any more.");
      } else {
        ask(submitted, question, about.get());
      }
    }
    return true;
  }

  private void ask(ModalInteractionEvent submitted, String question, Backlog.Line about) {
    String text =
        question
            + "\n\n[about this message of "
            + about.author().name()
            + ": "
            + about.text()
            + "]";
    questions.ask(
        submitted,
        Visit.of(submitted, channels),
        new Questions.Question(text, question, about.attachments(), false));
  }

  private Optional<JsonNode> message(String channel, String id) {
    return Optional.ofNullable(chosen.get(id)).or(() -> fetched(channel, id));
  }

  private Optional<JsonNode> fetched(String channel, String id) {
    try {
      return Optional.of(api.call(ApiCall.of(Route.Messages.GET_MESSAGE, channel, id)));
    } catch (DiscordCallException unread) {
      return Optional.empty();
    }
  }

  private void summarise(MessageContextInteractionEvent event) {
    if (!deferral.isPromised(event, false)) {
      return;
    }
    String channel = String.valueOf(event.getChannelId());
    List<Backlog.Line> lines = new ArrayList<>();
    mapper.line(json(event.getTarget(), channel)).ifPresent(lines::add);
    try {
      List<JsonNode> after = new ArrayList<>();
      api.call(
              ApiCall.of(Route.Messages.GET_MESSAGE_HISTORY, channel)
                  .query("after", event.getTarget().getId())
                  .query("limit", MOST_MESSAGES))
          .forEach(after::addFirst);
      after.stream().flatMap(message -> mapper.line(message).stream()).forEach(lines::add);
    } catch (DiscordCallException unread) {
      deferral.tell(event, false, "I cannot read what was said here; I may not have the right to.");
      return;
    }
    if (lines.isEmpty()) {
      deferral.tell(event, false, "There is nothing from there on that I can read.");
      return;
    }
    questions.ask(
        event,
        Visit.of(event, channels),
        new Questions.Question(transcript(lines), SUMMARISE, List.of(), false));
  }

  private static String transcript(List<Backlog.Line> lines) {
    String said =
        lines.stream()
            .map(line -> line.author().name() + ": " + line.text() + files(line.attachments()))
            .collect(Collectors.joining("\n"));
    return "Summarise this conversation: what it is about, what was decided, and what is open.\n\n"
        + "[what was said]\n"
        + said.substring(0, Math.min(said.length(), MOST_CHARACTERS));
  }

  private static String files(List<AttachmentRef> files) {
    return files.stream()
        .map(file -> " (a file: " + file.name() + ")")
        .collect(Collectors.joining());
  }

  /// A message as the API tells of it, as far as the mapper looks.
  static JsonNode json(Message message, String channel) {
    ObjectNode json = JSON.createObjectNode().put("id", message.getId()).put("channel_id", channel);
    json.put("type", message.getType().getId()).put("content", message.getContentRaw());
    json.putObject("author")
        .put("id", message.getAuthor().getId())
        .put("username", message.getAuthor().getName())
        .put("global_name", message.getAuthor().getEffectiveName());
    for (Message.Attachment file : message.getAttachments()) {
      json.withArray("attachments")
          .addObject()
          .put("id", file.getId())
          .put("filename", file.getFileName())
          .put("content_type", file.getContentType())
          .put("size", file.getSize())
          .put("url", file.getUrl());
    }
    return json;
  }
}
