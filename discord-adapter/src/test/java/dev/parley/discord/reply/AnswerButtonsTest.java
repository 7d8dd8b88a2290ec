package dev.parley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.discord.event.Channels.Channel;
import dev.parley.discord.event.Places;
import dev.parley.discord.reply.AnswerButtons.Press;
import dev.parley.discord.reply.AnswerButtons.Under;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.SessionScope;
import dev.parley.identity.UserId;
import dev.parley.inbox.TurnRef;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("The ids of the buttons under an answer")
final class AnswerButtonsTest {
  @Provide
  static Arbitrary<TurnRef> turns() {
    return Combinators.combine(
            places(), Arbitraries.of(SessionScope.class), snowflakes(), snowflakes())
        .as(
            (place, scope, user, message) ->
                new TurnRef(place.conversation(scope, new UserId(user)), new MessageId(message)));
  }

  /// Channels, threads, direct messages, and where somebody brings the bot along.
  private static Arbitrary<Place> places() {
    return Combinators.combine(snowflakes(), snowflakes(), snowflakes())
        .flatAs(
            (guild, parent, id) ->
                Arbitraries.of(
                    Places.of(new Channel(id, Optional.of(guild), Optional.empty(), "", false)),
                    Places.of(new Channel(id, Optional.of(guild), Optional.of(parent), "", true)),
                    Places.of(new Channel(id, Optional.empty(), Optional.empty(), "", false)),
                    new Place(Places.person(guild), id, Optional.empty(), false)));
  }

  private static Arbitrary<String> snowflakes() {
    return Arbitraries.longs()
        .between(1L << 40, Long.MAX_VALUE)
        .map(id -> Long.toUnsignedString(id));
  }

  @Property(tries = 500)
  @Label("fit wherever an answer can be, and lead back to its turn")
  void roundTrip(@ForAll("turns") TurnRef turn, @ForAll Under under) {
    JsonNode rows = under.rows(turn);

    assertThat(rows.isEmpty()).isEqualTo(under == Under.MORE);
    List<String> ids = rows.findValuesAsText("custom_id");
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.length() <= 100);
    assertThat(ids)
        .allSatisfy(id -> assertThat(AnswerButtons.press(id).map(Press::turn)).contains(turn));
  }

  @Example
  @Label("of others are none of these")
  void others() {
    assertThat(AnswerButtons.press("parley-setting")).isEmpty();
    assertThat(AnswerButtons.press("parley:x:1:2:3")).isEmpty();
    assertThat(AnswerButtons.press("")).isEmpty();
  }
}
