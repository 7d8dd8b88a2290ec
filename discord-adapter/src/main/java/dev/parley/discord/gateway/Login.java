package dev.parley.discord.gateway;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs the bot in, on a thread of its own and for as long as it takes.
final class Login {
  private static final Logger LOG = LoggerFactory.getLogger(Login.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int UNAUTHORIZED = 401;

  private final Supplier<ShardManager> sessions;
  private final Consumer<ShardManager> taker;
  private final Thread thread;
  private volatile boolean cancelled;

  /// @param sessions that are not logged in yet, new for each attempt
  /// @param taker of those that are, which ends them where they are not wanted any more
  Login(Supplier<ShardManager> sessions, Consumer<ShardManager> taker) {
    this.sessions = sessions;
    this.taker = taker;
    this.thread = Thread.ofVirtual().name("discord login").unstarted(this::logIn);
  }

  void begin() {
    thread.start();
  }

  private void logIn() {
    Duration wait = FIRST_WAIT;
    while (!cancelled && !isDone()) {
      LockSupport.parkNanos(wait.toNanos());
      Duration longer = wait.multipliedBy(2);
      wait = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
    }
  }

  /// @return whether there is nothing to try again
  private boolean isDone() {
    ShardManager opened = sessions.get();
    try {
      opened.login();
      taker.accept(opened);
      return true;
    } catch (RuntimeException failed) {
      opened.shutdown();
      return isInVain(failed);
    }
  }

  /// JDA asks by several requests, and tells of a wrong token by either kind of exception.
  private static boolean isInVain(RuntimeException failed) {
    boolean refused =
        failed instanceof InvalidTokenException
            || (failed instanceof ErrorResponseException answer
                && answer.getResponse().code == UNAUTHORIZED);
    if (refused) {
      LOG.error(
          "Discord does not know the bot's token (DISCORD_TOKEN, discord.token): copy it anew from"
              + " the app's page \"Bot\". Discord is off until then");
    } else {
      LOG.warn("Discord is not reached, and is tried again: {}", failed.toString());
    }
    return refused;
  }

  /// Tries no more. An attempt that is under way opens a session still, and hands it on.
  void cancel() {
    cancelled = true;
    LockSupport.unpark(thread);
  }

  /// Waits until no attempt is under way; returns at once on the login's own thread.
  void awaitEnd(Duration patience) {
    if (thread.equals(Thread.currentThread())) {
      return;
    }
    try {
      thread.join(patience);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
