package dev.parley.redis;

import dev.parley.conversation.Turn;
import dev.parley.identity.MessageId;
import dev.parley.identity.TenantId;
import dev.parley.inbox.EditOutcome;
import dev.parley.message.InboundMessage;
import java.time.Duration;
import java.util.List;

/// Messages that their authors change or take back.
final class Corrections {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final Duration remembered;

  /// @param remembered how long a message is known that was taken back before it came
  Corrections(Scripts scripts, RedisKeys keys, Duration patience, Duration remembered) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
    this.remembered = remembered;
  }

  EditOutcome edit(InboundMessage message) {
    TenantId tenant = message.place().tenant();
    Answer answer =
        run(
            Script.EDIT,
            tenant,
            message.id().value(),
            Entry.of(message),
            keys.inboxTopic(),
            StoredJson.written(tenant));
    return switch (answer.text()) {
      case "replaced" -> EditOutcome.REPLACED;
      case "answered" -> EditOutcome.TOO_LATE;
      default -> EditOutcome.UNKNOWN;
    };
  }

  void withdraw(TenantId tenant, MessageId message) {
    List<String> answer =
        run(
                Script.WITHDRAW,
                tenant,
                message.value(),
                Long.toString(remembered.toMillis()),
                keys.inboxTopic(),
                StoredJson.written(tenant))
            .texts();
    if (answer.getFirst().equals("answered")) {
      forget(tenant, answer.get(1), message);
    }
  }

  private void forget(TenantId tenant, String conversation, MessageId message) {
    List<String> history = run(Script.READ, tenant, conversation).list().get(1).texts();
    for (String exchange : history) {
      StoredJson.readAll(List.of(exchange), Turn.class).stream()
          .filter(turn -> turn.asks(message))
          .map(turn -> turn.without(message).map(StoredJson::written).orElse(""))
          .forEach(left -> run(Script.FORGET, tenant, conversation, exchange, left));
    }
  }

  private Answer run(Script script, TenantId tenant, String... arguments) {
    return scripts.run(script, patience, keys.tenant(tenant), arguments);
  }
}
