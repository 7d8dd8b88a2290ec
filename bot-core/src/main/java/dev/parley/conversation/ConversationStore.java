package dev.parley.conversation;

import dev.parley.identity.ConversationId;
import dev.parley.identity.Place;
import dev.parley.identity.UserId;
import java.util.Map;

/// Where conversations and the settings of places are kept. What turns add to a conversation goes
/// through the inbox, in the same step that stores the answer.
///
/// All methods block, and throw [StoreUnavailableException] where the store cannot be asked.
public interface ConversationStore {
  Conversation read(ConversationId id);

  /// Forgets what was said. The answer of a turn that is running now is not remembered either.
  void reset(ConversationId id);

  /// What was set for the channel of this place.
  Map<Setting, String> overrides(Place place);

  /// Sets something for the channel of this place. In direct messages it is their owner's.
  void override(Place place, UserId by, Setting setting, String value);

  /// Goes back to the default of a setting.
  void restore(Place place, Setting setting);
}
