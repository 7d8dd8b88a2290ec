package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far an interaction has come.
final class InteractionState {
  /// What a person did (discord.com/developers, "Interaction Type").
  enum Kind {
    COMMAND(2),
    COMPONENT(3),
    AUTOCOMPLETE(4),
    SUBMISSION(5);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  private final String id;
  private final String token;
  private final Kind kind;
  private final DiscordPerson person;
  private final DiscordChannel channel;
  private final ObjectNode data;
  private final Instant created;
  private final List<Post> followUps = new ArrayList<>();
  private @Nullable Post message;
  private @Nullable Delivery delivery;
  private @Nullable Post original;
  private @Nullable JsonNode modal;
  private @Nullable JsonNode choices;
  private int callback;

  InteractionState(
      String id,
      String token,
      Kind kind,
      DiscordPerson person,
      DiscordChannel channel,
      ObjectNode data,
      Instant created) {
    this.id = id;
    this.token = token;
    this.kind = kind;
    this.person = person;
    this.channel = channel;
    this.data = data;
    this.created = created;
  }

  String id() {
    return id;
  }

  String token() {
    return token;
  }

  Kind kind() {
    return kind;
  }

  DiscordPerson person() {
    return person;
  }

  DiscordChannel channel() {
    return channel;
  }

  ObjectNode data() {
    return data;
  }

  Instant created() {
    return created;
  }

  Delivery delivery() {
    return Objects.requireNonNull(delivery);
  }

  void told(Delivery told) {
    delivery = told;
  }

  /// The message with the component that was used.
  Optional<Post> message() {
    return Optional.ofNullable(message);
  }

  void uses(Post used) {
    message = used;
  }

  boolean isAnswered() {
    return callback != 0;
  }

  /// The type of the first answer, 0 before there is one.
  int callback() {
    return callback;
  }

  void answered(int type) {
    callback = type;
  }

  Optional<Post> original() {
    return Optional.ofNullable(original).filter(it -> !it.isDeleted());
  }

  void shows(Post answer) {
    original = answer;
  }

  List<Post> followUps() {
    return followUps;
  }

  Optional<JsonNode> modal() {
    return Optional.ofNullable(modal);
  }

  void opens(JsonNode shown) {
    modal = shown.deepCopy();
  }

  @Nullable JsonNode choices() {
    return choices;
  }

  void offers(JsonNode offered) {
    choices = offered.deepCopy();
  }
}
