package dev.parley.redis;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Setting;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.conversation.Turn;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.TenantId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Lease;
import dev.parley.inbox.TurnProgress;
import dev.parley.inbox.TurnRef;
import dev.parley.message.Reply;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes claimed turns of what the scripts say of them.
final class Claims {
  private static final Logger log = LoggerFactory.getLogger(Claims.class);
  private static final String JOURNAL = "j:";

  private final ThreadBeginnings beginnings;

  Claims(ThreadBeginnings beginnings) {
    this.beginnings = beginnings;
  }

  /// The turn; nothing where it cannot be read by this version, or not now: it is left until its
  /// lease runs out, and given up after some more claims.
  Optional<ClaimedTurn> opened(TenantId tenant, Answer claim) {
    try {
      return Optional.of(beginnings.attached(read(tenant, claim)));
    } catch (UnreadableEntryException | StoreUnavailableException e) {
      log.error("A claimed turn of {} is left alone: {}", tenant, e.getMessage());
      return Optional.empty();
    }
  }

  private static ClaimedTurn read(TenantId tenant, Answer claim) {
    List<Answer> parts = claim.list();
    ConversationId conversation = new ConversationId(tenant, parts.get(0).text());
    Map<String, String> turn = parts.get(1).map();
    Map<String, String> session = parts.get(2).map();
    return new ClaimedTurn(
        new Lease(
            new TurnRef(conversation, new MessageId(field(turn, "id"))),
            Long.parseLong(field(turn, "token"))),
        Entry.messages(field(turn, "entries")),
        new Conversation(
            conversation,
            Optional.ofNullable(session.get("summary")),
            StoredJson.readAll(parts.get(3).texts(), Turn.class)),
        settings(parts.get(4).map()),
        progress(turn));
  }

  private static String field(Map<String, String> turn, String name) {
    String value = turn.get(name);
    if (value == null) {
      throw new UnreadableEntryException("turn", "it has no " + name);
    }
    return value;
  }

  private static TurnProgress progress(Map<String, String> turn) {
    Map<String, String> journal =
        turn.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(JOURNAL))
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().substring(JOURNAL.length()), Map.Entry::getValue));
    return new TurnProgress(
        Integer.parseInt(field(turn, "takeOvers")),
        turn.containsKey("stop"),
        journal,
        Optional.ofNullable(turn.get("answer")).map(json -> StoredJson.read(json, Reply.class)),
        turn.containsKey("withdrawn"));
  }

  /// The settings by their words; words of other versions are passed over.
  static Map<Setting, String> settings(Map<String, String> stored) {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    stored.forEach(
        (word, value) -> Setting.ofWord(word).ifPresent(setting -> settings.put(setting, value)));
    return settings;
  }
}
