package dev.parley.testkit.engine;

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
import java.util.Set;

/// The store of one instance, from which that instance can be cut off for ever, as by its death.
final class MortalStore {
  /// What an instance does with itself, not with the store.
  private static final Set<String> LOCAL = Set.of("leaseTime", "listen", "toString");

  private final Inbox inbox;
  private final TurnJournal journal;
  private final PastTurns pastTurns;
  private final AttachmentIntake attachments;
  private volatile boolean dead;

  MortalStore(Storage storage, LargeFiles large, InboxSettings settings) {
    this.inbox = mortal(Inbox.class, storage.inbox(settings));
    this.journal = mortal(TurnJournal.class, storage.journal());
    this.pastTurns = mortal(PastTurns.class, storage.pastTurns());
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
                return method.invoke(real, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}
