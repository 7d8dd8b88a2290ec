package dev.parley.testkit.engine;

import dev.parley.approval.PendingCalls;
import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.AttachmentSettings;
import dev.parley.attachment.AttachmentStore;
import dev.parley.attachment.LargeFiles;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.engine.BotEngine;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxSettings;
import dev.parley.inbox.PastTurns;
import dev.parley.inbox.TurnJournal;
import dev.parley.testkit.attachment.ScriptedDocuments;
import dev.parley.testkit.inbox.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The store of one instance, from which that instance can be cut off for ever, as by its death.
final class MortalStore {
  /// What an instance does with itself, not with the store.
  private static final Set<String> LOCAL = Set.of("leaseTime", "listen", "toString");

  private final Inbox inbox;
  private final TurnJournal journal;
  private final PastTurns pastTurns;
  private final PendingCalls pendingCalls;
  private final AttachmentIntake attachments;
  private final List<String> noted = new CopyOnWriteArrayList<>();
  private volatile String lastWords = "";
  private volatile boolean dead;

  MortalStore(Storage storage, LargeFiles large, InboxSettings settings) {
    this.inbox = mortal(Inbox.class, storage.inbox(settings));
    this.journal = mortal(TurnJournal.class, storage.journal());
    this.pastTurns = mortal(PastTurns.class, storage.pastTurns());
    this.pendingCalls = mortal(PendingCalls.class, storage.pendingCalls());
    this.attachments =
        new AttachmentIntake(
            mortal(AttachmentStore.class, storage.attachments()),
            large,
            new ScriptedDocuments(),
            AttachmentSettings.DEFAULTS);
  }

  BotEngine.Store store() {
    return new BotEngine.Store(inbox, journal, pastTurns, attachments);
  }

  PendingCalls pendingCalls() {
    return pendingCalls;
  }

  /// Dies as soon as this has been put into a journal.
  void dieAfterNoting(String name) {
    lastWords = name;
  }

  /// The names of what turns have put into their journals.
  List<String> noted() {
    return List.copyOf(noted);
  }

  private void note(String method, Object @Nullable [] arguments) {
    if (method.equals("record") && arguments != null) {
      noted.add(arguments[1].toString());
      dead |= lastWords.equals(arguments[1]);
    }
  }

  void die() {
    dead = true;
  }

  private <T> T mortal(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (dead && !LOCAL.contains(method.getName())) {
                throw new StoreUnavailableException("this instance is dead", null);
              }
              try {
                Object answer = method.invoke(real, arguments);
                note(method.getName(), arguments);
                return answer;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}
