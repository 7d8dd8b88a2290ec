package dev.parley.consultation;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.Document;
import java.util.List;

/// The documents of each tenant, as they were a moment ago.
@FunctionalInterface
interface KnownDocuments {
  KnownDocuments NONE = _ -> List.of();

  /// Mostly answers at once.
  ///
  /// @throws dev.parley.conversation.StoreUnavailableException where nothing is known yet, and the
  ///     store does not answer
  List<Document> of(TenantId tenant);
}
