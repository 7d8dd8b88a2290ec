package dev.parley.testkit.inbox;

import dev.parley.approval.PendingCalls;
import dev.parley.attachment.AttachmentStore;
import dev.parley.attachment.GivenFiles;
import dev.parley.conversation.ConversationStore;
import dev.parley.conversation.PersonalRecords;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxSettings;
import dev.parley.inbox.PastTurns;
import dev.parley.inbox.TurnJournal;
import dev.parley.redis.RedisStore;
import java.time.Clock;
import java.time.Duration;

/// Redis as a storage that contracts are checked on.
public record RedisStorage(RedisStore store) implements Storage {
  @Override
  public Inbox inbox(InboxSettings settings) {
    return store.inbox(settings);
  }

  @Override
  public TurnJournal journal() {
    return store.journal();
  }

  @Override
  public PastTurns pastTurns() {
    return store.pastTurns();
  }

  @Override
  public ConversationStore conversations() {
    return store.conversations();
  }

  @Override
  public GivenFiles givenFiles() {
    return store.givenFiles(Duration.ofHours(1), Clock.systemUTC());
  }

  @Override
  public AttachmentStore attachments() {
    return store.attachments(Duration.ofHours(1));
  }

  @Override
  public PendingCalls pendingCalls() {
    return store.pendingCalls();
  }

  @Override
  public PersonalRecords personalRecords() {
    return store.personalRecords(Duration.ofSeconds(1));
  }
}
