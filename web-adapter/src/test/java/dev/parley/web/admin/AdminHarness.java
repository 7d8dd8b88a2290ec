package dev.parley.web.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.command.Directory;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
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
import dev.parley.testkit.time.SteppedClock;
import dev.parley.web.HttpRoutes;
import dev.parley.web.Json;
import dev.parley.web.WebServer;
import dev.parley.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The admin pages on a free port, over a knowledge base in memory.
final class AdminHarness implements AutoCloseable {
  static final String TOKEN = "correct-horse-battery";
  static final TenantId SLACK = new TenantId(new PlatformName("slack"), "T0123");
  static final TenantId WEB = new TenantId(new PlatformName("web"), "local");
  static final KnowledgeSettings SETTINGS =
      new KnowledgeSettings(
          new KnowledgeStore.Limits(1_000, 10_000_000),
          100,
          2,
          10_000,
          2_000,
          3_000,
          KnowledgeSettings.WhenNothingFits.ANSWER,
          Duration.ofDays(180),
          Duration.ZERO);

  final SteppedClock clock = new SteppedClock();
  final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore();
  final InMemoryAttachmentStore files = new InMemoryAttachmentStore();
  final StagedIngestion ingestion = new StagedIngestion(store, files, clock);
  final HttpClient http = HttpClient.newHttpClient();
  final WebServer server;

  AdminHarness(HttpRoutes... others) {
    this(0, SETTINGS, others);
  }

  AdminHarness(int port, KnowledgeSettings settings, HttpRoutes... others) {
    KnowledgeDesk desk =
        new KnowledgeDesk(
            store, ingestion, new StoredPassages(store), settings.staleAfter(), clock);
    AdminKnowledge knowledge =
        new AdminKnowledge(
            desk, files, new Readers(), new Names(), () -> List.of(SLACK, WEB), settings, clock);
    AdminPages pages = pages(knowledge, clock);
    server =
        new WebServer(
            WebSettings.DEFAULTS.withPort(port),
            List::of,
            Stream.concat(Stream.of(pages), Stream.of(others)).toList());
    server.start();
  }

  static AdminPages pages(AdminPart part, Clock clock) {
    return new AdminPages(
        new AdminSettings(Secret.of(TOKEN), Duration.ofHours(12), 3), List.of(part), clock);
  }

  /// Whoever reads a channel is known by that alone.
  private static final class Readers implements Readership {
    @Override
    public Viewers in(Place place, UserId asker, Set<String> groups, Set<String> channels) {
      return Viewers.alike(Set.of(AudienceTerm.EVERYONE, AudienceTerm.channel(place.channel())));
    }

    @Override
    public Viewers alone(TenantId tenant, UserId person, Set<String> groups, Set<String> channels) {
      Stream<AudienceTerm> known = Stream.of(AudienceTerm.EVERYONE, AudienceTerm.person(person));
      return Viewers.alike(
          Stream.concat(known, groups.stream().map(AudienceTerm::group))
              .collect(Collectors.toSet()));
    }
  }

  private static final class Names implements Directory {
    @Override
    public String channelName(TenantId tenant, String channel) {
      return channel.equals("C01") ? "#finance" : channel;
    }

    @Override
    public Optional<Set<String>> groups(TenantId tenant, UserId person) {
      return Optional.of(person.value().equals("U7") ? Set.of("G7") : Set.of());
    }
  }

  /// What came back: status, headers, and the body as JSON where it is.
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    JsonNode json() {
      try {
        return Json.read(response.body().getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new IllegalStateException("not JSON: " + response.body(), e);
      }
    }

    String error() {
      return json().path("error").asText();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  URI uri(String path) {
    return server.url().resolve(path);
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(uri(path));
  }

  /// A request with the token.
  HttpRequest.Builder asAdmin(String path) {
    return to(path).header("Authorization", "Bearer " + TOKEN);
  }

  Answer get(String path) {
    return send(asAdmin(path));
  }

  Answer send(String method, String path, Object body) {
    return send(withJson(asAdmin(path), method, body));
  }

  static HttpRequest.Builder withJson(HttpRequest.Builder request, String method, Object body) {
    return request
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(Json.text(body)));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(
          http.send(
              request.timeout(Duration.ofSeconds(20)).build(),
              HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.close();
    http.shutdownNow();
  }
}
