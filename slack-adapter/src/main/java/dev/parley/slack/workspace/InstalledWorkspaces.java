package dev.parley.slack.workspace;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.platform.GroupsWanted;
import dev.parley.slack.api.SlackClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The workspaces that people installed the bot in. What other instances install, renew and remove,
/// this one knows after some seconds.
public final class InstalledWorkspaces implements Workspaces {
  private static final Duration FRESH = Duration.ofSeconds(15);

  private final InstallationBook book;
  private final SlackClient client;
  private final GroupsWanted groups;
  private final Map<String, Known> all = new ConcurrentHashMap<>();
  private final ReentrantLock reading = new ReentrantLock();

  public InstalledWorkspaces(InstallationBook book, SlackClient client, GroupsWanted groups) {
    this.book = book;
    this.client = client;
    this.groups = groups;
  }

  private record Known(Workspace workspace, CurrentToken token, Instant readAt) {
    boolean isFresh(Instant now) {
      return now.isBefore(readAt.plus(FRESH));
    }
  }

  /// A workspace of an organisation that installed the bot in all of them uses the organisation's
  /// token.
  private static String owner(String tenant) {
    int dot = tenant.indexOf('.');
    return dot < 0 ? tenant : tenant.substring(0, dot);
  }

  @Override
  public Workspace of(String tenant) {
    Known known = all.get(owner(tenant));
    return known != null && known.isFresh(book.now())
        ? known.workspace()
        : read(owner(tenant), tenant).workspace();
  }

  private Known read(String owner, String tenant) {
    reading.lock();
    try {
      Known before = all.get(owner);
      if (before != null && before.isFresh(book.now())) {
        return before;
      }
      Known known = stored(owner, tenant, Optional.ofNullable(before));
      all.put(owner, known);
      return known;
    } finally {
      reading.unlock();
    }
  }

  private Known stored(String owner, String tenant, Optional<Known> before) {
    Optional<Installed> installed;
    try {
      installed = book.find(owner);
    } catch (StoreUnavailableException away) {
      Known kept = before.orElseThrow(() -> away);
      return new Known(kept.workspace(), kept.token(), book.now());
    }
    if (installed.isEmpty()) {
      all.remove(owner);
      throw new UnknownWorkspaceException(tenant);
    }
    return before
        .filter(known -> known.token().installed().since().equals(installed.get().since()))
        .map(known -> again(known, installed.get()))
        .orElseGet(() -> begun(installed.get()));
  }

  private Known again(Known known, Installed installed) {
    known.token().know(installed);
    return new Known(known.workspace(), known.token(), book.now());
  }

  private Known begun(Installed installed) {
    CurrentToken token = new CurrentToken(book, installed);
    TenantId limits = new TenantId(new PlatformName("slack"), installed.owner());
    return new Known(
        new Workspace(client.api(token, limits), client.files(token), groups), token, book.now());
  }

  @Override
  public void removed(String tenant, Instant at) {
    book.forget(owner(tenant), at);
    all.remove(owner(tenant));
  }

  /// The bot was just installed there.
  public void installed(Installed installed) {
    all.remove(installed.owner());
  }
}
