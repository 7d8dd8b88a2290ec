package dev.parley.launcher.browser;

import dev.parley.command.Directory;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.Readership;
import dev.parley.knowledge.Viewers;
import dev.parley.secret.Secret;
import dev.parley.testkit.attachment.InMemoryAttachmentStore;
import dev.parley.testkit.knowledge.InMemoryKnowledgeStore;
import dev.parley.testkit.knowledge.StagedIngestion;
import dev.parley.testkit.knowledge.StoredPassages;
import dev.parley.web.WebAdapter;
import dev.parley.web.WebServer;
import dev.parley.web.WebSettings;
import dev.parley.web.admin.AdminKnowledge;
import dev.parley.web.admin.AdminPages;
import dev.parley.web.admin.AdminSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The admin pages of a bot that has its knowledge base in memory.
final class AdminStage implements AutoCloseable {
  static final String TOKEN = "correct-horse-battery";

  private static final KnowledgeSettings SETTINGS =
      new KnowledgeSettings(
          new KnowledgeStore.Limits(1_000, 10_000_000),
          100,
          2,
          1 << 20,
          100_000,
          3_000,
          KnowledgeSettings.WhenNothingFits.ANSWER,
          Duration.ofDays(180),
          Duration.ZERO);

  private final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore();
  private final InMemoryAttachmentStore files = new InMemoryAttachmentStore();
  final StagedIngestion ingestion = new StagedIngestion(store, files, Clock.systemUTC());
  private final WebServer server;

  AdminStage() {
    Clock clock = Clock.systemUTC();
    KnowledgeDesk desk =
        new KnowledgeDesk(
            store, ingestion, new StoredPassages(store), SETTINGS.staleAfter(), clock);
    AdminKnowledge knowledge =
        new AdminKnowledge(
            desk,
            files,
            new Readers(),
            new Names(),
            () -> List.of(WebAdapter.tenant()),
            SETTINGS,
            clock);
    AdminPages pages =
        new AdminPages(AdminSettings.of(Secret.of(TOKEN)), List.of(knowledge), clock);
    server = new WebServer(WebSettings.DEFAULTS.withPort(0), List::of, List.of(pages));
    server.start();
  }

  private static final class Readers implements Readership {
    @Override
    public Viewers in(Place place, UserId asker, Set<String> groups, Set<String> channels) {
      return Viewers.alike(Set.of(AudienceTerm.EVERYONE, AudienceTerm.channel(place.channel())));
    }

    @Override
    public Viewers alone(TenantId tenant, UserId person, Set<String> groups, Set<String> channels) {
      return Viewers.alike(Set.of(AudienceTerm.EVERYONE, AudienceTerm.person(person)));
    }
  }

  private static final class Names implements Directory {
    @Override
    public String channelName(TenantId tenant, String channel) {
      return "#" + channel;
    }

    @Override
    public Optional<Set<String>> groups(TenantId tenant, UserId person) {
      return Optional.empty();
    }
  }

  URI uri() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
