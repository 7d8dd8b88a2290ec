package dev.parley.slack.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackCallException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The user groups of a workspace")
@Timeout(60)
class UserGroupsTest {
  private static final TenantId TEAM = new TenantId(new PlatformName("slack"), "T1");

  private final AtomicLong nanos = new AtomicLong();
  private final List<ApiCall> asked = new CopyOnWriteArrayList<>();
  private volatile boolean wanted = true;
  private volatile boolean silent;
  private volatile List<String> editors = List.of("U1", "U2");
  private final UserGroups groups =
      new UserGroups(this::answer, new Refusals(), _ -> wanted, nanos::get);

  private JsonNode answer(ApiCall call) {
    asked.add(call);
    if (silent) {
      throw SlackCallException.late(call.method());
    }
    ObjectNode answer = new ObjectMapper().createObjectNode();
    ArrayNode all = answer.putArray("usergroups");
    ArrayNode members = all.addObject().put("id", "S1").putArray("users");
    editors.forEach(members::add);
    all.addObject().put("id", "S2").putArray("users").add("U1");
    all.addObject().put("id", "S3");
    return answer;
  }

  @Test
  @DisplayName("are asked for once, for all of their members, and again after ten minutes")
  void askedOnce() {
    assertThat(groups.of(TEAM, "U1")).containsExactlyInAnyOrder("S1", "S2");
    assertThat(groups.of(TEAM, "U2")).containsExactly("S1");
    assertThat(groups.of(TEAM, "U3")).isEmpty();
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst().form()).containsEntry("include_users", "true");

    editors = List.of("U3");
    nanos.addAndGet(Duration.ofMinutes(9).toNanos());
    assertThat(groups.of(TEAM, "U3")).isEmpty();
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(groups.of(TEAM, "U3")).containsExactly("S1");
    assertThat(asked).hasSize(2);
  }

  @Test
  @DisplayName("are not asked for while nothing depends on them")
  void unwanted() {
    wanted = false;

    assertThat(groups.of(TEAM, "U1")).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  @DisplayName("stay as they were where Slack is silent for a while, and are asked for again soon")
  void silence() {
    groups.of(TEAM, "U2");
    silent = true;
    nanos.addAndGet(Duration.ofMinutes(11).toNanos());

    assertThat(groups.of(TEAM, "U2")).containsExactly("S1");
    assertThat(groups.of(TEAM, "U2")).containsExactly("S1");
    assertThat(asked).hasSize(2);
    silent = false;
    editors = List.of();
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(groups.of(TEAM, "U2")).isEmpty();
  }

  @Test
  @DisplayName("are not known while Slack never told; who is in none of them is known to be")
  void unknown() {
    silent = true;
    assertThat(groups.known(TEAM, "U1")).isEmpty();
    assertThat(groups.of(TEAM, "U1")).isEmpty();

    silent = false;
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(groups.known(TEAM, "U2")).contains(Set.of("S1"));
    assertThat(groups.known(TEAM, "U3")).contains(Set.of());
  }

  @Test
  @DisplayName("of an organisation are those of the workspace that is named")
  void organisation() {
    groups.of(new TenantId(new PlatformName("slack"), "E1.T7"), "U1");

    assertThat(asked.getFirst().form()).containsEntry("team_id", "T7");
  }
}
