package dev.parley.discord.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.discord.event.Places;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.TenantId;
import dev.parley.inbox.TurnRef;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The buttons under an answer. Each names the turn that it is about, so that it works on any
/// instance and after a restart.
public final class AnswerButtons {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "parley";

  /// What an id of a button holds ("Component Reference", custom_id).
  private static final int LONGEST_ID = 100;

  private static final int RADIX = 36;
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{10,}");
  private static final Pattern SHORT_NUMBER = Pattern.compile("~([0-9a-z]+)");

  private AnswerButtons() {}

  /// What a button does.
  public enum Action {
    STOP("s", "Stop", "⏹️"),
    REGENERATE("r", "Again", "🔁"),
    HELPFUL("h", "", "👍"),
    NOT_HELPFUL("n", "", "👎"),
    DISCARD("d", "Delete", "🗑️");

    private final String word;
    private final String label;
    private final String emoji;

    Action(String word, String label, String emoji) {
      this.word = word;
      this.label = label;
      this.emoji = emoji;
    }
  }

  /// What a pressed button is about.
  public record Press(Action action, TurnRef turn) {}

  /// Which buttons a message has.
  public enum Under {
    /// None: the answer goes on in another message.
    MORE {
      @Override
      void add(ArrayNode rows, TurnRef turn) {}
    },
    /// To stop an answer that grows.
    GROWING {
      @Override
      void add(ArrayNode rows, TurnRef turn) {
        row(rows, turn, Action.STOP);
      }
    },
    /// All that can be done about an answer.
    END {
      @Override
      void add(ArrayNode rows, TurnRef turn) {
        row(rows, turn, Action.HELPFUL, Action.NOT_HELPFUL, Action.REGENERATE, Action.DISCARD);
      }
    },
    /// What can be done about an answer that only its asker sees: Discord lets nobody change it
    /// later.
    HIDDEN_END {
      @Override
      void add(ArrayNode rows, TurnRef turn) {
        row(rows, turn, Action.HELPFUL, Action.NOT_HELPFUL);
      }
    };

    abstract void add(ArrayNode rows, TurnRef turn);

    /// The rows of buttons for a turn, as Discord takes them.
    public ArrayNode rows(TurnRef turn) {
      ArrayNode rows = JSON.createArrayNode();
      if (id(Action.STOP, turn).length() <= LONGEST_ID) {
        add(rows, turn);
      }
      return rows;
    }
  }

  private static void row(ArrayNode rows, TurnRef turn, Action... actions) {
    ArrayNode buttons = rows.addObject().put("type", 1).putArray("components");
    for (Action action : actions) {
      ObjectNode button = buttons.addObject().put("type", 2).put("style", 2);
      button.put("custom_id", id(action, turn));
      button.putObject("emoji").put("name", action.emoji);
      if (!action.label.isEmpty()) {
        button.put("label", action.label);
      }
    }
  }

  private static String id(Action action, TurnRef turn) {
    return String.join(
        ":",
        PREFIX,
        action.word,
        brief(turn.conversation().tenant().id()),
        brief(turn.conversation().key()),
        brief(turn.id().value()));
  }

  private static String brief(String text) {
    return LONG_NUMBER
        .matcher(text)
        .replaceAll(number -> "~" + new BigInteger(number.group()).toString(RADIX));
  }

  private static String whole(String brief) {
    return SHORT_NUMBER
        .matcher(brief)
        .replaceAll(
            number -> Matcher.quoteReplacement(new BigInteger(number.group(1), RADIX).toString()));
  }

  /// What a pressed button is about; empty where it is none of these.
  public static Optional<Press> press(String id) {
    String[] parts = id.split(":", -1);
    if (parts.length != 5 || !parts[0].equals(PREFIX)) {
      return Optional.empty();
    }
    TenantId tenant = new TenantId(Places.PLATFORM, whole(parts[2]));
    TurnRef turn =
        new TurnRef(new ConversationId(tenant, whole(parts[3])), new MessageId(whole(parts[4])));
    for (Action action : Action.values()) {
      if (action.word.equals(parts[1])) {
        return Optional.of(new Press(action, turn));
      }
    }
    return Optional.empty();
  }
}
