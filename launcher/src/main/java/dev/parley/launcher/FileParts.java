package dev.parley.launcher;

import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.AttachmentSettings;
import dev.parley.attachment.DocumentReader;
import dev.parley.attachment.LargeFiles;
import dev.parley.attachment.ProviderFiles;
import dev.parley.conversation.PersonalRecords;
import dev.parley.document.DocumentProcesses;
import dev.parley.engine.GivenFilesErasure;
import dev.parley.launcher.settings.Settings;
import dev.parley.redis.RedisStore;
import java.time.Clock;

/// What files pass through, and where they stay.
///
/// @param elsewhere what is kept of single people outside of Redis
record FileParts(AttachmentIntake intake, DocumentReader documents, PersonalRecords elsewhere) {
  static FileParts make(
      Settings settings, RedisStore store, ProviderFiles provider, Lifetime lifetime, Clock clock) {
    AttachmentSettings limits = settings.attachments();
    DocumentProcesses documents =
        lifetime.holds(
            "the reading of documents", new DocumentProcesses(settings.documents(), clock));
    LargeFiles large = new LargeFiles(provider, store.givenFiles(limits.keptFor(), clock));
    return new FileParts(
        new AttachmentIntake(store.attachments(limits.keptFor()), large, documents, limits),
        documents,
        new GivenFilesErasure(large));
  }
}
