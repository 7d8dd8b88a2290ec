package dev.parley.discord.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.discord.text.Names;
import dev.parley.message.InboundMessage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What Discord tells of messages, with single quotes for double ones, and a mapper of it.
final class Payloads {
  private static final String BOT = "900";
  private static final String BOT_ROLE = "901";
  private static final String GUILD = "10";
  static final String ANN = author("'id':'77','username':'ann.x','global_name':'Ann'");
  static final String THE_BOT = author("'id':'900','username':'Parley','bot':true");

  static String author(String fields) {
    return "'author':{" + fields + "}";
  }

  static MessageMapper mapper(boolean inThreads) {
    return new MessageMapper(
        () -> new BotIdentity(BOT, BOT),
        guild -> guild.equals(GUILD) ? Set.of(BOT_ROLE) : Set.of(),
        new Known(),
        new Called(),
        inThreads);
  }

  private static final class Known implements Channels {
    private final Map<String, Channel> all =
        Map.of(
            "20", new Channel("20", Optional.of(GUILD), Optional.empty(), "general", false),
            "30", new Channel("30", Optional.of(GUILD), Optional.of("20"), "tides", false),
            "40", new Channel("40", Optional.of(GUILD), Optional.of("21"), "My post", true));

    @Override
    public Optional<Channel> channel(String id) {
      return Optional.ofNullable(all.get(id));
    }

    @Override
    public boolean letsWriteInThreads(String channel) {
      return true;
    }

    @Override
    public boolean isMember(String guild) {
      return guild.equals(GUILD);
    }
  }

  private static final class Called implements Names {
    @Override
    public Optional<String> person(String id) {
      return Optional.empty();
    }

    @Override
    public Optional<String> role(String id) {
      return id.equals("902") ? Optional.of("Crew") : Optional.empty();
    }

    @Override
    public Optional<String> channel(String id) {
      return id.equals("20") ? Optional.of("general") : Optional.empty();
    }
  }

  static JsonNode json(String fields) {
    try {
      return new ObjectMapper().readTree(("{" + fields + "}").replace('\'', '"'));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  static String inChannel(String channel, String fields) {
    return "'id':'1300000000000000001','channel_id':'"
        + channel
        + "','guild_id':'10','type':0,"
        + fields;
  }

  static Optional<InboundMessage> map(String fields) {
    return mapper(false).message(json(fields));
  }

  static InboundMessage said(String fields) {
    return map(inChannel("20", ANN + "," + fields)).orElseThrow();
  }

  private Payloads() {}
}
