package dev.parley.web.admin;

import dev.parley.attachment.AttachmentStore;
import dev.parley.command.Directory;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.Readership;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/// The knowledge base as admins manage it: what is in it, what is added, changed and removed, and
/// what a question would find.
public final class AdminKnowledge implements AdminPart {
  static final String PATH = "/api/admin/knowledge";

  private final DocumentRoutes documents;
  private final AdditionRoutes additions;
  private final TrialRoutes trials;

  /// @param files where the bytes of uploaded files wait to be read
  /// @param directory what people call channels, and which groups they are in
  /// @param tenants that have documents or are served
  public AdminKnowledge(
      KnowledgeDesk desk,
      AttachmentStore files,
      Readership readership,
      Directory directory,
      Supplier<List<TenantId>> tenants,
      KnowledgeSettings settings,
      Clock clock) {
    TenantChoice choice = new TenantChoice(tenants);
    this.documents = new DocumentRoutes(desk, choice, directory, settings);
    this.additions = new AdditionRoutes(desk, files, choice, settings, clock);
    this.trials = new TrialRoutes(desk, choice, new TrialViewers(desk, readership, directory));
  }

  @Override
  public void addTo(GuardedRoutes routes) {
    documents.addTo(routes);
    additions.addTo(routes);
    trials.addTo(routes);
  }
}
