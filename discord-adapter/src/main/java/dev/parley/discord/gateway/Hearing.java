package dev.parley.discord.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.command.Interactions;
import dev.parley.discord.event.CatchUp;
import dev.parley.discord.event.Incoming;
import dev.parley.discord.event.Intake;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.requests.CloseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears all that Discord tells this instance, and asks for what it missed.
public final class Hearing implements Listener.Hearer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);
  private static final Duration BETWEEN_NOTES = Duration.ofSeconds(5);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(3);

  private final Connection connection;
  private final Incoming incoming;
  private final CatchUp catchUp;
  private final Interactions interactions;
  private final Intake intake = new Intake();
  private final AtomicInteger catchingUp = new AtomicInteger();
  private volatile boolean begun;
  private volatile boolean closed;

  public Hearing(
      Connection connection, Incoming incoming, CatchUp catchUp, Interactions interactions) {
    this.connection = connection;
    this.incoming = incoming;
    this.catchUp = catchUp;
    this.interactions = interactions;
  }

  public void begin() {
    connection.open(new Listener(this));
    Thread.ofVirtual().name("discord notes").start(this::takeNotes);
  }

  @Override
  public void message(String type, JsonNode data) {
    if (type.equals("MESSAGE_CREATE") && !data.hasNonNull("guild_id")) {
      catchUp.heardDirectly(data.path("channel_id").asText());
    }
    intake.take(() -> incoming.take(type, data));
  }

  @Override
  public void interaction(GenericInteractionCreateEvent event) {
    if (!closed) {
      Thread.ofVirtual().name("discord interaction").start(() -> interactions.handle(event));
    }
  }

  @Override
  public void begun(JDA session) {
    catchingUp.incrementAndGet();
    begun = true;
    Thread.ofVirtual().name("discord catch-up").start(() -> begin(session));
  }

  private void begin(JDA session) {
    try {
      if (session.getGuilds().isEmpty() && session.getShardInfo().getShardTotal() == 1) {
        LOG.info("No server has the bot yet. Invite it: {}", Invitation.address(session));
      }
      interactions.register(session);
      Map<String, String> latest = World.latestMessages(session);
      while (!closed && !isCaughtUp(latest)) {
        LockSupport.parkNanos(TRY_AGAIN.toNanos());
      }
    } finally {
      catchingUp.decrementAndGet();
    }
  }

  private boolean isCaughtUp(Map<String, String> latest) {
    try {
      catchUp.run(latest, message -> intake.take(() -> incoming.said(message)));
      intake.recovered();
      return true;
    } catch (StoreUnavailableException | DiscordCallException away) {
      LOG.info("what was missed is asked for again: {}", away.getMessage());
      return false;
    } catch (RuntimeException defect) {
      LOG.error("what was missed is not known", defect);
      return true;
    }
  }

  private void takeNotes() {
    while (!closed) {
      LockSupport.parkNanos(BETWEEN_NOTES.toNanos());
      if (!closed) {
        askForLost();
        note();
      }
    }
  }

  /// What did not fit any more while the store was away.
  private void askForLost() {
    if (intake.hasLost() && catchingUp.get() == 0 && connection.isHearing()) {
      Map<String, String> latest = new HashMap<>();
      connection
          .shards()
          .ifPresent(
              all -> all.getShards().forEach(jda -> latest.putAll(World.latestMessages(jda))));
      isCaughtUp(latest);
    }
  }

  private void note() {
    if (begun && catchingUp.get() == 0 && intake.isComplete() && connection.isHearing()) {
      try {
        catchUp.note();
      } catch (StoreUnavailableException away) {
        LOG.debug("how far everything was heard is not kept: {}", away.getMessage());
      }
    }
  }

  @Override
  public void ended(JDA session, CloseCode why) {
    if (closed || connection.isReplaced(session)) {
      return;
    }
    if (why == CloseCode.DISALLOWED_INTENTS && Connection.readsContent(session)) {
      goOnWithoutContent();
    } else {
      LOG.error("Discord ended the bot's session: {} ({})", why.getMeaning(), why.getCode());
    }
  }

  private void goOnWithoutContent() {
    if (connection.reopenWithoutContent()) {
      LOG.warn(
          "Discord does not let this bot read what is not meant for it (close code 4014). It goes on"
              + " without: mentions, direct messages, replies to it and commands work; threads and"
              + " channels without a mention do not. Turn on \"Message Content Intent\" on the app's"
              + " page \"Bot\", or set discord.message-content to false");
    }
  }

  /// Hears nothing any more.
  @Override
  public void close() {
    note();
    closed = true;
    intake.close();
  }
}
