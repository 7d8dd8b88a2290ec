package dev.parley.discord.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.event.BotIdentity;
import dev.parley.identity.TenantId;
import dev.parley.platform.Promises;
import dev.parley.platform.Promises.Promise;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells those who still wait for an instance that was lost in the middle of what they wanted. It
/// is not done in its place: nobody knows how far it came.
public final class BrokenPromises implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BrokenPromises.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
  private static final String INTERRUPTED =
      "I was interrupted before I could finish this. Please try again.";
  private static final String ORIGINAL = "@original";

  /// Flags of a message ("Message Flags").
  private static final int HIDDEN = 1 << 6;

  private static final int THINKING = 1 << 7;

  private final Promises promises;
  private final Promised mine;
  private final TenantId account;
  private final DiscordApi api;
  private final Supplier<BotIdentity> bot;
  private final String holder = UUID.randomUUID().toString();
  private volatile boolean closed;

  /// @param mine what this instance is at work at
  public BrokenPromises(
      Promises promises,
      Promised mine,
      TenantId account,
      DiscordApi api,
      Supplier<BotIdentity> bot) {
    this.promises = promises;
    this.mine = mine;
    this.account = account;
    this.api = api;
    this.bot = bot;
  }

  /// Looks for them from now on, in the background.
  public void begin() {
    Thread.ofVirtual().name("discord promises").start(this::look);
  }

  private void look() {
    while (!closed) {
      try {
        promises.overdue(account).stream()
            .filter(promise -> !closed && !mine.isAtWork(promise.id()))
            .forEach(this::mend);
      } catch (StoreUnavailableException | DiscordCallException away) {
        LOG.debug("who still waits is looked for later: {}", away.getMessage());
      } catch (RuntimeException defect) {
        LOG.error("those who still wait could not be told", defect);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private void mend(Promise broken) {
    Promise taken = new Promise(broken.id(), holder, broken.note());
    if (promises.take(account, taken, Promised.TIME)) {
      Promised.Note.of(broken).ifPresent(this::tell);
      promises.kept(account, broken.id());
    }
  }

  /// A refusal ends it: the token has run out, or nobody was told to wait.
  private void tell(Promised.Note note) {
    String application = bot.get().application();
    try {
      if (note.press()) {
        ApiCall call = ApiCall.of(Route.Interactions.CREATE_FOLLOWUP, application, note.token());
        api.call(call.with(words().put("flags", HIDDEN)));
      } else if (isThinking(application, note.token())) {
        ApiCall call =
            ApiCall.of(Route.Interactions.EDIT_FOLLOWUP, application, note.token(), ORIGINAL);
        api.call(call.with(words()));
        LOG.info("somebody who waited for a lost instance was told to try again");
      }
    } catch (DiscordCallException failed) {
      if (!failed.isRefusal()) {
        throw failed;
      }
      LOG.info("nobody waits for a lost instance any more: {}", failed.getMessage());
    }
  }

  private boolean isThinking(String application, String token) {
    JsonNode shown =
        api.call(ApiCall.of(Route.Interactions.GET_MESSAGE, application, token, ORIGINAL));
    return (shown.path("flags").asInt() & THINKING) != 0;
  }

  private static ObjectNode words() {
    ObjectNode json = JSON.createObjectNode().put("content", INTERRUPTED);
    json.putObject("allowed_mentions").putArray("parse");
    return json;
  }

  @Override
  public void close() {
    closed = true;
  }
}
