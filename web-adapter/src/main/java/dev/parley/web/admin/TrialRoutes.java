package dev.parley.web.admin;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.FoundPassage;
import dev.parley.knowledge.KnowledgeBase;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.PassageIndex;
import dev.parley.knowledge.Viewers;
import dev.parley.usage.Booking;
import dev.parley.usage.Purpose;
import dev.parley.web.Json;
import dev.parley.web.JsonBody;
import dev.parley.web.RequestProblem;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lets admins see what a question finds, with the eyes of those who would ask it.
final class TrialRoutes {
  private static final int LARGEST_BODY = 32_768;
  private static final int LONGEST_QUERY = 2_000;
  private static final int LONGEST_ID = 200;
  private static final int MOST_PASSAGES = 20;
  private static final String EXAMPLE = "{\"query\":\"…\",\"viewer\":\"channel\",\"id\":\"C0123\"}";

  private final KnowledgeDesk desk;
  private final TenantChoice tenants;
  private final TrialViewers viewers;

  TrialRoutes(KnowledgeDesk desk, TenantChoice tenants, TrialViewers viewers) {
    this.desk = desk;
    this.tenants = tenants;
    this.viewers = viewers;
  }

  void addTo(GuardedRoutes routes) {
    routes.post(AdminKnowledge.PATH + "/search", this::search);
  }

  private void search(Context request) {
    TenantId tenant = tenants.of(request);
    JsonBody body = JsonBody.of(request, LARGEST_BODY, EXAMPLE);
    String query = body.text("query", LONGEST_QUERY).strip();
    KnowledgeBase.Found found =
        desk.search(
            tenant,
            new PassageIndex.Wanted(query, viewers(tenant, body), Set.of(), MOST_PASSAGES),
            new Booking(AdditionRoutes.payer(tenant), Purpose.EMBEDDING, Optional.empty()));
    if (found.unavailable()) {
      throw new RequestProblem(
          503, "The documents cannot be searched now. Please try again in a minute.");
    }
    Json.answer(
        request,
        200,
        Map.of(
            "passages",
            found.passages().stream().map(FoundView::of).toList(),
            "empty",
            found.empty()));
  }

  private Viewers viewers(TenantId tenant, JsonBody body) {
    String viewer = body.textOrNothing("viewer", LONGEST_ID);
    return switch (viewer) {
      case "", "admin" -> viewers.admin(tenant);
      case "everyone" -> viewers.anyone();
      case "channel" -> viewers.channel(tenant, body.id("id", LONGEST_ID).strip());
      case "person" -> viewers.person(tenant, new UserId(body.id("id", LONGEST_ID).strip()));
      default ->
          throw RequestProblem.bad(
              "\"viewer\" must be one of admin, everyone, channel and person.");
    };
  }

  /// @param mark what the model cites it by
  /// @param relevant whether it would be used for an answer
  private record FoundView(
      String document,
      String title,
      String mark,
      double score,
      boolean relevant,
      KnowledgeJson.PassageView passage) {
    static FoundView of(FoundPassage found) {
      return new FoundView(
          found.document().id().value(),
          found.document().title(),
          found.mark(),
          found.score(),
          found.relevant(),
          KnowledgeJson.passage(found.passage()));
    }
  }
}
