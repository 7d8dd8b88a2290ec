package dev.parley.testkit.inbox;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationStore;
import dev.parley.conversation.Setting;
import dev.parley.identity.ConversationId;
import dev.parley.identity.Place;
import dev.parley.identity.UserId;
import java.util.Map;

/// Conversations and the settings of places in memory.
final class InMemoryConversationStore implements ConversationStore {
  private final InMemoryStorage storage;

  InMemoryConversationStore(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public Conversation read(ConversationId id) {
    synchronized (storage) {
      return storage.conversation(id).conversation();
    }
  }

  @Override
  public void reset(ConversationId id) {
    synchronized (storage) {
      storage.conversation(id).reset();
    }
  }

  @Override
  public Map<Setting, String> overrides(Place place) {
    synchronized (storage) {
      return Map.copyOf(storage.settings(place));
    }
  }

  @Override
  public void override(Place place, UserId by, Setting setting, String value) {
    synchronized (storage) {
      storage.settings(place).put(setting, value);
      if (place.direct()) {
        storage.own(place, by);
      }
    }
  }

  @Override
  public void restore(Place place, Setting setting) {
    synchronized (storage) {
      storage.settings(place).remove(setting);
    }
  }
}
