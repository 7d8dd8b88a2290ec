package dev.parley.slack.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.workspace.Person.Standing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The people of a workspace")
@Timeout(60)
class PeopleTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AtomicLong nanos = new AtomicLong();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean guest;
  private volatile boolean admin;
  private volatile boolean silent;
  private final People people = new People(this::answer, nanos::get);

  private JsonNode answer(ApiCall call) {
    asked.add(call.method());
    if (silent) {
      throw SlackCallException.late(call.method());
    }
    ObjectNode answer = JSON.createObjectNode();
    if (call.method().equals("users.list")) {
      answer.putArray("members").addObject().put("id", "U1").put("name", "Listed");
    } else {
      answer.putObject("user").put("name", "Asked").put("is_restricted", guest);
      ((ObjectNode) answer.path("user")).put("is_admin", admin);
    }
    return answer;
  }

  @Test
  @DisplayName("are listed once, and asked for where the list does not have them")
  void listed() {
    assertThat(people.person("U1").name()).isEqualTo("Listed");
    assertThat(people.person("U2").name()).isEqualTo("Asked");
    assertThat(people.person("U2").standing()).isEqualTo(Standing.MEMBER);

    assertThat(asked).containsExactly("users.list", "users.info");
  }

  @Test
  @DisplayName("are asked for again after an hour, and known as before where Slack is silent")
  void askedAgain() {
    people.person("U1");
    guest = true;
    nanos.addAndGet(Duration.ofMinutes(59).toNanos());
    assertThat(people.person("U1").standing()).isEqualTo(Standing.MEMBER);

    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    silent = true;
    assertThat(people.certain("U1").standing()).isEqualTo(Standing.MEMBER);
    silent = false;
    assertThat(people.person("U1").standing()).isEqualTo(Standing.GUEST);
  }

  @Test
  @DisplayName("decide for others only as long as they are admins, give or take five minutes")
  void admins() {
    admin = true;
    assertThat(people.person("U2").manages()).isTrue();

    admin = false;
    nanos.addAndGet(Duration.ofMinutes(4).toNanos());
    assertThat(people.person("U2").manages()).isTrue();
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(people.person("U2").manages()).isFalse();
  }

  @Test
  @DisplayName("are nobody's guess where Slack has told nothing yet")
  void unknown() {
    silent = true;

    assertThat(people.person("U9").standing()).isEqualTo(Standing.UNKNOWN);
    assertThatThrownBy(() -> people.certain("U9")).isInstanceOf(SlackCallException.class);
  }
}
