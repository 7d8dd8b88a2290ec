package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationStore;
import dev.parley.conversation.Setting;
import dev.parley.identity.Place;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every store of conversations keeps and forgets.
public abstract class ConversationStoreContract extends StorageContract {
  private static final Place PLACE = Said.channel("general");

  private ConversationStore store;

  @BeforeEach
  void openStore() {
    store = storage.conversations();
  }

  @Test
  @DisplayName("A conversation that nobody had is empty")
  void emptyAtFirst() {
    assertThat(store.read(Said.general())).isEqualTo(Conversation.empty(Said.general()));
    assertThat(store.overrides(PLACE)).isEmpty();
  }

  @Test
  @DisplayName("A reset forgets one conversation and no other")
  void resets() {
    finish(begin(Said.message("m1")));
    finish(begin(Said.message("m2", Said.channel("other"), "Ada")));

    store.reset(Said.general());
    store.reset(Said.general());

    assertThat(store.read(Said.general()).isEmpty()).isTrue();
    assertThat(begin(Said.message("m3", Said.channel("other"), "Ada")).conversation().turns())
        .hasSize(1);
  }

  @Test
  @DisplayName("A conversation is remembered again after a reset")
  void goesOnAfterAReset() {
    finish(begin(Said.message("m1")));
    store.reset(Said.general());

    finish(begin(Said.message("m2")));

    assertThat(remembered(Said.general())).containsExactly("m2");
  }

  @Test
  @DisplayName("Settings are kept for each channel, shared by its threads, and can be changed")
  void overrides() {
    store.override(PLACE, Said.author("Ada").id(), Setting.MODEL, "model-1");
    store.override(Said.thread("general", "m1"), Said.author("Ada").id(), Setting.MODEL, "model-2");
    store.override(
        PLACE,
        Said.author("Ada").id(),
        Setting.PERSONA,
        "You are {terse}: \"%s\"\n\u00e9\ud83d\ude00");

    assertThat(store.overrides(Said.thread("general", "m9")))
        .isEqualTo(
            Map.of(
                Setting.MODEL,
                "model-2",
                Setting.PERSONA,
                "You are {terse}: \"%s\"\n\u00e9\ud83d\ude00"));
    assertThat(store.overrides(Said.channel("other"))).isEmpty();
    assertThat(store.overrides(Said.channelOf("T2", "general"))).isEmpty();
  }

  @Test
  @DisplayName("A setting goes back to its default, the others stay")
  void restores() {
    store.override(PLACE, Said.author("Ada").id(), Setting.MODEL, "model-1");
    store.override(PLACE, Said.author("Ada").id(), Setting.LANGUAGE, "German");

    store.restore(PLACE, Setting.MODEL);
    store.restore(PLACE, Setting.SCOPE);

    assertThat(store.overrides(PLACE)).isEqualTo(Map.of(Setting.LANGUAGE, "German"));
  }

  @Test
  @DisplayName("A reset keeps the settings of the place")
  void resetKeepsSettings() {
    store.override(PLACE, Said.author("Ada").id(), Setting.MODEL, "model-1");

    store.reset(Said.general());

    assertThat(store.overrides(PLACE)).containsEntry(Setting.MODEL, "model-1");
  }
}
