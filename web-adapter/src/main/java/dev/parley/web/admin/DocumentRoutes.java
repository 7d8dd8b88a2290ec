package dev.parley.web.admin;

import dev.parley.command.Directory;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.Passage;
import dev.parley.web.Json;
import dev.parley.web.JsonBody;
import dev.parley.web.RequestProblem;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/// The documents that are there: listed, shown, changed and removed.
final class DocumentRoutes {
  private static final String DOCUMENTS = AdminKnowledge.PATH + "/documents";
  private static final String DOCUMENT = DOCUMENTS + "/{id}";
  private static final String GONE = "This document is not in the knowledge base any more.";
  private static final int LARGEST_BODY = 32_768;

  private final KnowledgeDesk desk;
  private final TenantChoice tenants;
  private final Directory directory;
  private final KnowledgeSettings settings;

  DocumentRoutes(
      KnowledgeDesk desk, TenantChoice tenants, Directory directory, KnowledgeSettings settings) {
    this.desk = desk;
    this.tenants = tenants;
    this.directory = directory;
    this.settings = settings;
  }

  void addTo(GuardedRoutes routes) {
    routes.get(AdminKnowledge.PATH, this::overview);
    routes.get(DOCUMENTS, this::list);
    routes.get(DOCUMENT, this::show);
    routes.get(DOCUMENT + "/passages", this::passages);
    routes.put(DOCUMENT + "/audience", this::changeAudience);
    routes.delete(DOCUMENT, this::remove);
    routes.get(AdminKnowledge.PATH + "/jobs", this::jobs);
  }

  private void overview(Context request) {
    Json.answer(
        request,
        200,
        Map.of(
            "tenants",
            tenants.all().stream().map(TenantView::of).toList(),
            "limits",
            new LimitsView(
                settings.documentBytes(),
                settings.documentCharacters(),
                settings.limits().documents(),
                settings.limits().characters())));
  }

  private record TenantView(String id, String platform, String name) {
    static TenantView of(TenantId tenant) {
      return new TenantView(tenant.toString(), tenant.platform().value(), tenant.id());
    }
  }

  /// @param bytes of one file
  /// @param characters of one document
  /// @param documents of one tenant
  /// @param allCharacters of all of a tenant's
  private record LimitsView(long bytes, int characters, int documents, long allCharacters) {}

  private void list(Context request) {
    TenantId tenant = tenants.of(request);
    DocumentFilter filter = DocumentFilter.of(request);
    PageOf page = PageOf.of(request);
    List<KnowledgeDesk.Entry> all = desk.entries(tenant);
    List<KnowledgeDesk.Entry> wanted = filter.of(all);
    KnowledgeJson json = new KnowledgeJson(tenant, directory);
    Json.answer(
        request,
        200,
        new DocumentList(
            page.of(wanted).stream().map(json::document).toList(),
            all.size(),
            all.stream().mapToLong(entry -> entry.document().characters()).sum(),
            wanted.size(),
            page.within(wanted.size()),
            page.pages(wanted.size())));
  }

  /// @param all how many the tenant has
  /// @param characters that all have together
  /// @param matching how many were wanted
  private record DocumentList(
      List<KnowledgeJson.DocumentView> documents,
      int all,
      long characters,
      int matching,
      int page,
      int pages) {}

  private void show(Context request) {
    TenantId tenant = tenants.of(request);
    Json.answer(request, 200, new KnowledgeJson(tenant, directory).document(entry(request)));
  }

  private KnowledgeDesk.Entry entry(Context request) {
    return desk.entry(tenants.of(request), id(request)).orElseThrow(DocumentRoutes::gone);
  }

  private static DocumentId id(Context request) {
    String id = request.pathParam("id");
    if (!DocumentId.isId(id)) {
      throw new RequestProblem(404, "A document's id has ten of the characters 0-9 and a-f.");
    }
    return new DocumentId(id);
  }

  private static RequestProblem gone() {
    return new RequestProblem(404, GONE);
  }

  private void passages(Context request) {
    PageOf page = PageOf.of(request);
    List<Passage> all = desk.passages(entry(request).document());
    Json.answer(
        request,
        200,
        Map.of(
            "passages", page.of(all).stream().map(KnowledgeJson::passage).toList(),
            "all", all.size(),
            "page", page.within(all.size()),
            "pages", page.pages(all.size())));
  }

  private void changeAudience(Context request) {
    TenantId tenant = tenants.of(request);
    JsonBody body = JsonBody.of(request, LARGEST_BODY, "{\"audience\":[\"*\"]}");
    DocumentAudience audience =
        AudienceTerms.read(
                body.optionalTexts("audience", AudienceTerms.MOST, AudienceTerms.LONGEST))
            .orElseThrow(
                () -> RequestProblem.bad("\"audience\" must name somebody who may see it."));
    if (!desk.changeAudience(tenant, id(request), audience)) {
      throw gone();
    }
    show(request);
  }

  private void remove(Context request) {
    if (!desk.remove(tenants.of(request), id(request))) {
      throw gone();
    }
    request.status(204);
  }

  private void jobs(Context request) {
    Json.answer(
        request,
        200,
        Map.of("jobs", desk.jobs(tenants.of(request)).stream().map(KnowledgeJson::job).toList()));
  }
}
