package dev.parley.command;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.Readership;
import dev.parley.message.Moment;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the commands about the knowledge base share.
///
/// @param mayAdd who may add documents, and change or remove those of their own
/// @param directory what channels are called
/// @param announcements tells people what became of long readings
public record KnowledgeContext(
    KnowledgeDesk desk,
    Readership readership,
    CommandSpec.Access mayAdd,
    Directory directory,
    Announcements announcements,
    Audit audit,
    QuotaContext quotas) {
  private static final Logger log = LoggerFactory.getLogger(KnowledgeContext.class);

  KnowledgeRights rights(CommandInvocation invocation) {
    return new KnowledgeRights(this, invocation);
  }

  AudienceWords audiences() {
    return new AudienceWords(directory, quotas.people());
  }

  /// The channels that any document of a tenant is for.
  Set<String> channels(TenantId tenant) {
    return desk.entries(tenant).stream()
        .flatMap(entry -> entry.document().audience().terms().stream())
        .filter(term -> term.kind() == AudienceTerm.Kind.CHANNEL)
        .map(AudienceTerm::id)
        .collect(Collectors.toSet());
  }

  /// Writes down what somebody did. That it was done matters more than that this is known.
  void note(CommandInvocation invocation, String what) {
    try {
      audit.note(invocation.place().tenant(), quotas.deed(invocation, what));
    } catch (StoreUnavailableException away) {
      log.warn(
          "not in the audit of {}: {} {}",
          invocation.place().tenant(),
          invocation.author().id(),
          what);
    }
  }

  String time(CommandInvocation invocation, Instant at) {
    return Moment.markdown(at, quotas.zone(invocation));
  }
}
