package dev.parley.discord.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.platform.Promises;
import dev.parley.platform.Promises.Promise;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.components.ComponentInteraction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which interactions this instance sees to, and how far it is with each. Several instances hear of
/// each interaction; the one that notes it first has it, so whatever Discord says of its first word
/// afterwards, nobody else has answered.
public final class Promised {
  private static final Logger LOG = LoggerFactory.getLogger(Promised.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /// How long an instance may take before others look after who waits.
  static final Duration TIME = Duration.ofMinutes(1);

  /// Discord waits three seconds for a first word ("Receiving and Responding to Interactions").
  private static final Duration TO_NOTE = Duration.ofSeconds(1);

  private final Promises promises;
  private final TenantId account;
  private final Map<String, State> mine = new ConcurrentHashMap<>();

  private enum State {
    HEARD,
    ACKNOWLEDGED,
    UNTOLD
  }

  /// What has to be known to tell somebody something in the place of a lost instance.
  ///
  /// @param press whether they pressed a button, so that no message says that the bot thinks
  record Note(String token, boolean press) {
    String text() {
      return JSON.createObjectNode().put("k", token).put("p", press).toString();
    }

    static Optional<Note> of(Promise promise) {
      try {
        JsonNode json = JSON.readTree(promise.note());
        return Optional.of(new Note(json.path("k").asText(), json.path("p").asBoolean()));
      } catch (JsonProcessingException notOurs) {
        return Optional.empty();
      }
    }
  }

  /// @param account what is noted under
  public Promised(Promises promises, TenantId account) {
    this.promises = promises;
    this.account = account;
  }

  /// Notes that this instance sees to an interaction. Where the store is away, each instance that
  /// hears of it goes on: people read then that the store is away, however many tell them.
  ///
  /// @return whether no other instance does
  boolean isMine(Interaction interaction) {
    Note note = new Note(interaction.getToken(), interaction instanceof ComponentInteraction);
    Promise promise = new Promise(interaction.getId(), UUID.randomUUID().toString(), note.text());
    boolean taken = isTaken(promise);
    if (taken) {
      mine.put(interaction.getId(), State.HEARD);
    }
    return taken;
  }

  private boolean isTaken(Promise promise) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    Thread.ofVirtual().name("discord promise").start(() -> take(promise, answer));
    try {
      return answer.get(TO_NOTE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException away) {
      LOG.info("who sees to an interaction is not noted: {}", away.toString());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private void take(Promise promise, CompletableFuture<Boolean> answer) {
    try {
      answer.complete(promises.take(account, promise, TIME));
    } catch (RuntimeException away) {
      answer.completeExceptionally(away);
    }
  }

  /// Discord took a first word, so that somebody may wait.
  void acknowledged(Interaction interaction) {
    mine.replace(interaction.getId(), State.ACKNOWLEDGED);
  }

  boolean isAcknowledged(Interaction interaction) {
    return mine.get(interaction.getId()) == State.ACKNOWLEDGED;
  }

  /// Somebody may wait who could not be told anything: others try again.
  void untold(Interaction interaction) {
    mine.replace(interaction.getId(), State.UNTOLD);
  }

  /// Nothing more is done about it here.
  void end(Interaction interaction) {
    State last = mine.remove(interaction.getId());
    if (last != State.UNTOLD) {
      try {
        promises.kept(account, interaction.getId());
      } catch (StoreUnavailableException away) {
        LOG.info("it is not noted that an interaction was answered: {}", away.getMessage());
      }
    }
  }

  /// Whether this instance is at work at it now.
  boolean isAtWork(String interaction) {
    return mine.containsKey(interaction);
  }
}
