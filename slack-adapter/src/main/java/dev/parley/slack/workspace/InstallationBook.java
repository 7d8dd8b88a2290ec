package dev.parley.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.platform.Installations;
import dev.parley.platform.RateLimit;
import dev.parley.secret.SealedTextException;
import dev.parley.secret.Secret;
import dev.parley.slack.api.SlackClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the app is installed, and how its tokens are got.
public final class InstallationBook {
  private static final Logger LOG = LoggerFactory.getLogger(InstallationBook.class);
  private static final PlatformName SLACK = new PlatformName("slack");

  private final Installations store;
  private final SlackClient client;
  private final String clientId;
  private final Secret clientSecret;
  private final Clock clock;

  /// @param store that seals what it keeps
  /// @param clientId of the app, from its page "Basic Information"
  public InstallationBook(
      Installations store, SlackClient client, String clientId, Secret clientSecret, Clock clock) {
    this.store = store;
    this.client = client;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /// Exchanges the code that somebody brought, and keeps what it gave.
  ///
  /// @param redirect the address that the code was brought to
  /// @throws dev.parley.slack.api.SlackCallException where Slack does not take it
  public Installed install(String code, String redirect) {
    JsonNode answer =
        client.access(
            Map.of(
                "client_id", clientId,
                "client_secret", clientSecret.reveal(),
                "code", code,
                "redirect_uri", redirect));
    Installed installed = Installed.of(answer, now());
    store.save(tenant(installed.owner()), installed.text());
    LOG.info("installed in {}", installed.owner());
    return installed;
  }

  /// Empty where it is not installed, or no key opens what is stored.
  Optional<Installed> find(String owner) {
    try {
      return store.find(tenant(owner)).map(Installed::of);
    } catch (SealedTextException locked) {
      LOG.error(
          "the tokens of the workspace {} cannot be read: {}; check PARLEY_ENCRYPTION_KEY, or let"
              + " it be installed again",
          owner,
          locked.getMessage());
      return Optional.empty();
    }
  }

  /// Whether this instance is the one that exchanges a token.
  boolean mayRenew(String owner, RateLimit limit) {
    return client.limits().take(tenant(owner), "token exchange", limit, true).isEmpty();
  }

  JsonNode exchange(Secret refresh) {
    return client.access(
        Map.of(
            "client_id",
            clientId,
            "client_secret",
            clientSecret.reveal(),
            "grant_type",
            "refresh_token",
            "refresh_token",
            refresh.reveal()));
  }

  /// Keeps a renewed token, unless the app was removed meanwhile.
  void renew(Installed renewed) {
    if (store.find(tenant(renewed.owner())).isPresent()) {
      store.save(tenant(renewed.owner()), renewed.text());
    }
  }

  /// Forgets the tokens of a workspace that removed the app at some time, unless it was installed
  /// again since.
  void forget(String owner, Instant removed) {
    if (find(owner).filter(installed -> installed.since().isAfter(removed)).isEmpty()) {
      store.forget(tenant(owner));
      LOG.info("removed from {}", owner);
    }
  }

  private static TenantId tenant(String owner) {
    return new TenantId(SLACK, owner);
  }
}
