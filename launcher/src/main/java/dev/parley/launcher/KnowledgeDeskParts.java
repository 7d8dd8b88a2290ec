package dev.parley.launcher;

import dev.parley.attachment.AttachmentStore;
import dev.parley.command.Announcements;
import dev.parley.command.Command;
import dev.parley.command.KnowledgeCommands;
import dev.parley.command.KnowledgeContext;
import dev.parley.command.QuotaContext;
import dev.parley.engine.Platforms;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.Readership;
import dev.parley.launcher.settings.KnowledgeSection;
import dev.parley.redis.RedisStore;
import dev.parley.web.admin.AdminKnowledge;
import java.time.Clock;
import java.util.List;

/// What people manage documents with: commands, and the admin page.
record KnowledgeDeskParts(
    KnowledgeDesk desk,
    KnowledgeSection settings,
    RedisStore store,
    Platforms platforms,
    Readership readership,
    Clock clock) {
  List<Command> commands(Announcements announcements, QuotaContext quotas) {
    return KnowledgeCommands.of(
        new KnowledgeContext(
            desk,
            readership,
            settings.mayAdd(),
            platforms,
            announcements,
            store.pendingCalls()::note,
            quotas));
  }

  /// @param files where the bytes of uploaded files wait to be read
  AdminKnowledge pages(AttachmentStore files) {
    return new AdminKnowledge(
        desk,
        files,
        readership,
        platforms,
        () -> KnowledgeParts.tenants(store),
        settings.settings(),
        clock);
  }
}
