package dev.parley.discord.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.Optional;

/// Where a message is answered.
///
/// @param channel that its answer goes into, or hangs from
/// @param message that is replied to; empty where an interaction is answered
/// @param user who asked
/// @param opensThread whether the answer goes into a thread of the message, which may have to be
///     made
/// @param interaction that is answered in its own place, as long as Discord lets the bot
/// @param title what the thread is called, or the question that people would not see else
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReplyAddress(
    @JsonProperty("c") String channel,
    @JsonProperty("m") Optional<String> message,
    @JsonProperty("u") String user,
    @JsonProperty("t") boolean opensThread,
    @JsonProperty("i") Optional<Interaction> interaction,
    @JsonProperty("q") String title) {
  private static final int LONGEST_TITLE = 200;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /// An interaction that the bot said it would answer.
  ///
  /// @param token lets the bot answer until then
  /// @param until in seconds since 1970
  /// @param hidden whether only the asker sees the answer
  /// @param member whether the bot can write in the channel by itself
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public record Interaction(
      @JsonProperty("k") String token,
      @JsonProperty("e") long until,
      @JsonProperty("h") boolean hidden,
      @JsonProperty("b") boolean member) {
    @Override
    public String toString() {
      return "an interaction until " + until;
    }
  }

  public ReplyAddress {
    title = title == null ? "" : shortened(title);
  }

  private static String shortened(String title) {
    String line = title.replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST_TITLE) {
      return line;
    }
    int end = LONGEST_TITLE - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /// The address of a message that is replied to where it was written.
  public static ReplyAddress under(String channel, String message, String user) {
    return new ReplyAddress(channel, Optional.of(message), user, false, Optional.empty(), "");
  }

  /// As the core keeps it.
  public String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("an address is always JSON", broken);
    }
  }

  public static ReplyAddress of(String text) {
    try {
      return JSON.readValue(text, ReplyAddress.class);
    } catch (JsonProcessingException notOurs) {
      throw new IllegalArgumentException("not an address of Discord's", notOurs);
    }
  }
}
