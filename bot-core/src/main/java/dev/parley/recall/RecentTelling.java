package dev.parley.recall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentWanted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Tells the model what was said: the latest of it, as far as it is not too long.
final class RecentTelling {
  private static final int MOST_CHARACTERS = 20_000;
  private static final int LONGEST = 4_000;

  private final RecentWanted wanted;
  private final Optional<MessageId> question;

  /// @param question which is not told: the model has it
  RecentTelling(RecentWanted wanted, Optional<MessageId> question) {
    this.wanted = wanted;
    this.question = question;
  }

  JsonNode of(Recent.Told told) {
    List<Recent.Line> said =
        told.said().stream().filter(line -> !Optional.of(line.id()).equals(question)).toList();
    List<Recent.Line> shown = latest(said);
    ObjectNode output = JsonNodeFactory.instance.objectNode().put("read", read(wanted.place()));
    if (wanted.since().isAfter(Instant.EPOCH)) {
      output.put("since", text(wanted.since()));
    }
    output.put("note", Quotation.NOTE);
    ArrayNode messages = output.putArray("messages");
    shown.forEach(line -> messages.add(message(line)));
    output.put("complete", told.complete() && shown.size() == said.size());
    if (said.isEmpty() && told.complete()) {
      output.put("remark", "Nothing was said in that time.");
    }
    if (!told.notes().isEmpty()) {
      told.notes().forEach(output.putArray("missing")::add);
    }
    return output;
  }

  private static List<Recent.Line> latest(List<Recent.Line> said) {
    int from = said.size();
    int characters = 0;
    while (from > 0) {
      characters += Math.min(said.get(from - 1).text().length(), LONGEST);
      if (characters > MOST_CHARACTERS) {
        break;
      }
      from--;
    }
    return said.subList(from, said.size());
  }

  private static String read(Place place) {
    if (place.thread().isPresent()) {
      return "this thread";
    }
    return place.direct() ? "this direct message" : "this channel";
  }

  private static JsonNode message(Recent.Line line) {
    ObjectNode message =
        JsonNodeFactory.instance
            .objectNode()
            .put("at", text(line.at()))
            .put("author", line.own() ? "you" : line.author().name())
            .put("text", Quotation.beginning(line.text(), LONGEST));
    if (line.inThread()) {
      message.put("in_thread", true);
    }
    if (!line.files().isEmpty()) {
      line.files().forEach(message.putArray("files")::add);
    }
    return message;
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
