package dev.parley.web.admin;

import dev.parley.attachment.AttachmentStore;
import dev.parley.identity.Author;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.Ingestion;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Origin;
import dev.parley.usage.Payer;
import dev.parley.web.FileSize;
import dev.parley.web.Json;
import dev.parley.web.JsonBody;
import dev.parley.web.MultipartForm;
import dev.parley.web.RequestProblem;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What admins add to a knowledge base: texts, links and files. Each is taken at once, and read
/// later.
final class AdditionRoutes {
  /// Who adds what is added here, and on whose account its vectors go.
  static final Author ADMIN = new Author(new UserId("admin-page"), "Admin page");

  private static final int LARGEST_BODY = 32_768;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_BEGINNING = 80;
  private static final int LONGEST_ADDRESS = 2_000;

  /// JSON may write one character as six bytes.
  private static final int MOST_BYTES_PER_CHARACTER = 6;

  private final KnowledgeDesk desk;
  private final AttachmentStore files;
  private final TenantChoice tenants;
  private final KnowledgeSettings settings;
  private final Clock clock;

  AdditionRoutes(
      KnowledgeDesk desk,
      AttachmentStore files,
      TenantChoice tenants,
      KnowledgeSettings settings,
      Clock clock) {
    this.desk = desk;
    this.files = files;
    this.tenants = tenants;
    this.settings = settings;
    this.clock = clock;
  }

  void addTo(GuardedRoutes routes) {
    routes.post(AdminKnowledge.PATH + "/texts", this::text);
    routes.post(AdminKnowledge.PATH + "/links", this::link);
    routes.post(AdminKnowledge.PATH + "/files", this::files);
  }

  private void text(Context request) {
    TenantId tenant = tenants.of(request);
    JsonBody body =
        JsonBody.of(
            request, largestText(), "{\"title\":\"…\",\"text\":\"…\",\"audience\":[\"*\"]}");
    String text = body.text("text", settings.documentCharacters());
    String given = Author.shown(body.textOrNothing("title", LONGEST_TITLE));
    String title = given.isBlank() ? beginning(text) : given;
    Origin origin = new Origin(Origin.Kind.TEXT, key(title), Optional.empty());
    Taken taken = take(tenant, new Material.Words(origin, title, text), audience(body));
    answer(request, List.of(taken));
  }

  private int largestText() {
    long most = (long) settings.documentCharacters() * MOST_BYTES_PER_CHARACTER + LARGEST_BODY;
    return (int) Math.min(most, Integer.MAX_VALUE / 2);
  }

  /// What a text without a title is called.
  private static String beginning(String text) {
    String line = Author.shown(text.strip().lines().findFirst().orElse(""));
    return line.length() <= LONGEST_BEGINNING
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_BEGINNING / 2)) + "…";
  }

  /// As for everybody who adds texts, titles of their own.
  private static String key(String title) {
    return ADMIN.id() + "/" + title.toLowerCase(Locale.ROOT);
  }

  private static Optional<DocumentAudience> audience(JsonBody body) {
    return AudienceTerms.read(
        body.optionalTexts("audience", AudienceTerms.MOST, AudienceTerms.LONGEST));
  }

  private Taken take(TenantId tenant, Material material, Optional<DocumentAudience> audience) {
    IngestJob job =
        new IngestJob(
            UUID.randomUUID().toString(),
            tenant,
            material,
            audience,
            Optional.of(ADMIN),
            payer(tenant),
            clock.instant());
    String name = material.name();
    return switch (desk.add(job)) {
      case Ingestion.Taken.Queued(String id) ->
          new Taken(name, job.document().value(), Optional.of(id), Optional.empty());
      case Ingestion.Taken.Refused(String sentence) -> Taken.refused(name, sentence);
    };
  }

  static Payer payer(TenantId tenant) {
    return new Payer(tenant, ADMIN.id().value(), ADMIN.id(), ADMIN.name(), Set.of());
  }

  /// What became of a document.
  ///
  /// @param job where it will be read
  /// @param error a sentence, where it will not
  private record Taken(String name, String document, Optional<String> job, Optional<String> error) {
    static Taken refused(String name, String sentence) {
      return new Taken(name, "", Optional.empty(), Optional.of(sentence));
    }
  }

  /// An error where nothing was taken; what became of each where some were.
  private static void answer(Context request, List<Taken> taken) {
    Optional<String> refusal = taken.getFirst().error();
    if (taken.stream().allMatch(one -> one.error().isPresent())) {
      throw RequestProblem.bad(refusal.orElseThrow());
    }
    Json.answer(request, 202, Map.of("taken", taken));
  }

  private void link(Context request) {
    TenantId tenant = tenants.of(request);
    JsonBody body =
        JsonBody.of(request, LARGEST_BODY, "{\"address\":\"https://…\",\"audience\":[\"*\"]}");
    String address = WebAddress.checked(body.id("address", LONGEST_ADDRESS).strip());
    answer(request, List.of(take(tenant, new Material.Link(address), audience(body))));
  }

  private void files(Context request) {
    TenantId tenant = tenants.of(request);
    long most = settings.documentBytes();
    String tooLarge = "Too much at once: at most " + FileSize.of(most) + " are taken.";
    try (MultipartForm form = MultipartForm.of(request, Math.toIntExact(most), tooLarge)) {
      Optional<DocumentAudience> audience = AudienceTerms.read(form.texts("audience"));
      List<MultipartForm.Part> sent = form.parts("file");
      if (sent.isEmpty()) {
        throw RequestProblem.bad("There is no part \"file\" in the form.");
      }
      List<Taken> taken = new ArrayList<>();
      for (MultipartForm.Part file : sent) {
        taken.add(keep(tenant, file, audience));
      }
      answer(request, taken);
    }
  }

  private Taken keep(
      TenantId tenant, MultipartForm.Part file, Optional<DocumentAudience> audience) {
    String name = Author.shown(file.fileName());
    if (name.isBlank() || name.length() > LONGEST_TITLE) {
      return Taken.refused(
          JsonBody.shortened(name),
          "A file needs a name of 1 to " + LONGEST_TITLE + " characters.");
    }
    if (file.content().size() == 0) {
      return Taken.refused(name, name + " is empty.");
    }
    files.keep(tenant, file.content());
    Origin origin = new Origin(Origin.Kind.FILE, name, Optional.empty());
    return take(tenant, new Material.Kept(origin, file.content().sha256(), name), audience);
  }
}
