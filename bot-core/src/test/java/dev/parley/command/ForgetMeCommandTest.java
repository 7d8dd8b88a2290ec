package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Erased;
import dev.parley.conversation.PersonalRecords;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("/forget-me")
class ForgetMeCommandTest {
  private static final Place PLACE =
      new Place(new TenantId(new PlatformName("web"), "local"), "general", Optional.empty(), false);
  private static final PersonalRecords AWAY =
      (_, _) -> {
        throw new StoreUnavailableException("connection reset at Netty", null);
      };

  private final List<UserId> forgotten = new ArrayList<>();

  private PersonalRecords holding(Erased.Kind kind, int count, int unfinished) {
    return (_, user) -> {
      forgotten.add(user);
      return new Erased(Map.of(kind, count), unfinished);
    };
  }

  private static Reply typed(String line, PersonalRecords... records) {
    return new Commands(List.of(new ForgetMeCommand(List.of(records))))
        .runLine(
            line,
            new CommandInvocation(
                List.of(), Map.of(), PLACE, new Author(new UserId("ada"), "Ada"), false));
  }

  @Test
  @DisplayName("asks nobody to erase anything before it is confirmed")
  void unconfirmed() {
    Reply reply = typed("/forget-me", holding(Erased.Kind.FILE, 1, 0));

    assertThat(reply.markdown()).contains("What stays");
    assertThat(forgotten).isEmpty();
  }

  @Test
  @DisplayName("erases the asker everywhere, and adds up what went")
  void everywhere() {
    PersonalRecords one = holding(Erased.Kind.FILE, 1, 0);
    PersonalRecords other = holding(Erased.Kind.FILE, 2, 0);

    Reply reply = typed("/forget-me yes", one, other);

    assertThat(reply).isEqualTo(Reply.answer("Erased:\n\n- 3 files"));
    assertThat(forgotten).containsExactly(new UserId("ada"), new UserId("ada"));
  }

  @Test
  @DisplayName("takes its confirmation with the option's name, as it shows it")
  void named() {
    assertThat(typed("/forget-me confirm:yes", holding(Erased.Kind.POST, 1, 0)).markdown())
        .isEqualTo("Erased:\n\n- 1 post");
  }

  @Test
  @DisplayName("says where an answer is still being taken back")
  void unfinished() {
    Reply reply = typed("/forget-me yes", holding(Erased.Kind.WAITING, 1, 1));

    assertThat(reply.tone()).isEqualTo(Reply.Tone.NOTICE);
    assertThat(reply.markdown()).contains("1 question without an answer", "Ask again");
  }

  @Test
  @DisplayName("claims nothing where the memory went away before the end")
  void away() {
    Reply reply = typed("/forget-me yes", holding(Erased.Kind.FILE, 7, 0), AWAY);

    assertThat(reply.tone()).isEqualTo(Reply.Tone.FAILURE);
    assertThat(reply.markdown()).contains("ask again").doesNotContain("7", "Netty", "Erased");
  }
}
