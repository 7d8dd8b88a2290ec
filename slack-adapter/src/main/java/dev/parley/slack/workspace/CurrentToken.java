package dev.parley.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.RateLimit;
import dev.parley.secret.Secret;
import dev.parley.slack.api.SlackCallException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The token of a workspace that is good now. One that expires soon is exchanged, by one of all
/// instances: what it is exchanged with is good for once.
final class CurrentToken implements Supplier<Secret> {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentToken.class);

  /// Slack's tokens that expire do so after twelve hours (docs.slack.dev, "Using token rotation").
  private static final Duration EARLY = Duration.ofHours(1);

  private static final RateLimit ONE_AT_A_TIME = new RateLimit(1, Duration.ofMinutes(1), 0);

  private final InstallationBook book;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Installed installed;

  CurrentToken(InstallationBook book, Installed installed) {
    this.book = book;
    this.installed = installed;
  }

  /// Learns what is stored.
  void know(Installed stored) {
    installed = stored;
  }

  Installed installed() {
    return installed;
  }

  /// @throws SlackCallException where the token is over, and there is no new one
  @Override
  public Secret get() {
    if (isOver(EARLY)) {
      renew();
    }
    return installed.token();
  }

  private boolean isOver(Duration early) {
    Instant then = book.now().plus(early);
    return installed.expires().filter(end -> !then.isBefore(end)).isPresent();
  }

  private void renew() {
    lock.lock();
    try {
      book.find(installed.owner()).ifPresent(stored -> installed = stored);
      if (isOver(EARLY) && book.mayRenew(installed.owner(), ONE_AT_A_TIME)) {
        exchange();
      }
    } finally {
      lock.unlock();
    }
    if (isOver(Duration.ZERO)) {
      throw SlackCallException.late("oauth.v2.access");
    }
  }

  private void exchange() {
    try {
      JsonNode answer = book.exchange(installed.refresh().orElseThrow());
      Installed renewed = installed.renewed(answer, book.now());
      book.renew(renewed);
      installed = renewed;
    } catch (SlackCallException refused) {
      LOG.warn("the token of {} is not renewed: {}", installed.owner(), refused.getMessage());
    }
  }
}
