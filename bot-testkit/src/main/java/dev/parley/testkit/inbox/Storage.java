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

/// An inbox with the conversations it adds to. Instances that share one state are inboxes of one
/// storage.
public interface Storage {
  /// The inbox as one more instance sees it.
  Inbox inbox(InboxSettings settings);

  TurnJournal journal();

  PastTurns pastTurns();

  ConversationStore conversations();

  AttachmentStore attachments();

  GivenFiles givenFiles();

  PersonalRecords personalRecords();

  PendingCalls pendingCalls();
}
