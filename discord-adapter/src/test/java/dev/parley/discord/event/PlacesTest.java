package dev.parley.discord.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A place in Discord")
final class PlacesTest {
  @Test
  @DisplayName("is a channel of a guild, or a thread in it, by the message that it hangs from")
  void guild() {
    Place channel =
        Places.of(
            new Channels.Channel("20", Optional.of("10"), Optional.empty(), "general", false));
    Place thread =
        Places.of(new Channels.Channel("30", Optional.of("10"), Optional.of("20"), "tides", false));

    assertThat(channel).isEqualTo(new Place(Places.guild("10"), "20", Optional.empty(), false));
    assertThat(thread)
        .isEqualTo(new Place(Places.guild("10"), "20", Optional.of(new MessageId("30")), false));
  }

  @Test
  @DisplayName("with one person is a tenant of its own")
  void direct() {
    Place dm = Places.of(new Channels.Channel("40", Optional.empty(), Optional.empty(), "", false));

    assertThat(dm.direct()).isTrue();
    assertThat(dm.tenant()).isEqualTo(Places.direct("40")).isNotEqualTo(Places.person("40"));
  }
}
