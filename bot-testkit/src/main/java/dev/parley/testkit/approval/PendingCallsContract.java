package dev.parley.testkit.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.approval.Decision;
import dev.parley.approval.Decision.Verdict;
import dev.parley.approval.PendingCall;
import dev.parley.approval.PendingCalls;
import dev.parley.approval.PendingCalls.Begun;
import dev.parley.approval.PendingCalls.Known;
import dev.parley.conversation.Erased;
import dev.parley.conversation.PersonalRecords;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.message.InboundMessage;
import dev.parley.quota.QuotaBook.Deed;
import dev.parley.testkit.inbox.Said;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every store of calls that wait must do.
public abstract class PendingCallsContract {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Author ADA = Said.author("Ada");
  private static final Author BOB = Said.author("Bob");
  private static final ToolResult DONE = new ToolResult.Success(JSON.textNode("sent"));

  private final String tenant = UUID.randomUUID().toString();

  /// The store under test; always the same calls.
  protected abstract PendingCalls calls();

  /// What is kept of single people in that store.
  protected abstract PersonalRecords records();

  /// What was done in a tenant, the latest first.
  protected abstract List<Deed> deeds(TenantId of);

  private PendingCall call(String id, String asker) {
    Place place = Said.channelOf(tenant, "general");
    InboundMessage question = Said.message("m1", place, asker);
    ToolCall call = new ToolCall("c1", "send_mail", JSON.objectNode().put("to", "ann"));
    long until = Said.THEN.plus(Duration.ofHours(1)).toEpochMilli();
    return PendingCall.of(
        call,
        new ToolResult.Waiting(id, until, List.of()),
        question,
        place.conversation(SessionScope.THREAD, question.author().id()),
        Said.THEN);
  }

  private TenantId here() {
    return Said.tenant(tenant);
  }

  private static Deed deed(Author by, String what) {
    return new Deed(Said.THEN, by.id(), by.name(), what);
  }

  private PendingCall asked(String id) {
    PendingCall call = call(id, "Ada");
    calls().ask(call, deed(ADA, "asked " + id));
    return call;
  }

  private Optional<Decision> decide(String id, Verdict verdict, Author by) {
    return calls()
        .decide(
            here(),
            id,
            new Decision(verdict, by, Said.THEN),
            deed(by, verdict.name().toLowerCase(Locale.ROOT)));
  }

  private List<String> told() {
    return deeds(here()).stream().map(deed -> deed.name() + " " + deed.what()).toList();
  }

  @Test
  @DisplayName("keeps a call as it was asked for, once however often it is asked")
  void asked() {
    PendingCall call = asked("x-1");
    calls().ask(call, deed(ADA, "asked again"));

    assertThat(calls().find(here(), "x-1")).contains(new Known(call, Optional.empty()));
    assertThat(calls().find(here(), "x-2")).isEmpty();
    assertThat(calls().find(Said.tenant("elsewhere"), "x-1")).isEmpty();
    assertThat(told()).containsExactly("Ada asked x-1");
  }

  @Test
  @DisplayName("takes the first decision, and tells it to all who come later")
  void decided() {
    PendingCall call = asked("x-1");

    Optional<Decision> first = decide("x-1", Verdict.DECLINED, BOB);
    Optional<Decision> second = decide("x-1", Verdict.APPROVED, ADA);

    Decision declined = new Decision(Verdict.DECLINED, BOB, Said.THEN);
    assertThat(first).contains(declined);
    assertThat(second).contains(declined);
    assertThat(calls().find(here(), "x-1")).contains(new Known(call, Optional.of(declined)));
    assertThat(decide("x-2", Verdict.APPROVED, ADA)).isEmpty();
    assertThat(told()).containsExactly("Bob declined", "Ada asked x-1");
  }

  @Test
  @DisplayName("takes one decision of many at once")
  void race() throws Exception {
    asked("x-1");

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Optional<Decision>>> presses =
          Stream.of("Ada", "Bob", "Cyd", "Dan", "Eve", "Fay")
              .<Callable<Optional<Decision>>>map(
                  name -> () -> decide("x-1", Verdict.APPROVED, Said.author(name)))
              .toList();
      List<Decision> heard =
          threads.invokeAll(presses).stream()
              .map(press -> press.resultNow().orElseThrow())
              .distinct()
              .toList();

      assertThat(heard).hasSize(1);
      assertThat(told()).hasSize(2).contains(heard.getFirst().by().name() + " approved");
    }
  }

  @Test
  @DisplayName("lets one attempt begin a call, and knows that it was begun")
  void begun() {
    asked("x-1");

    assertThat(calls().begin(here(), "x-1", "one")).isEqualTo(new Begun.Now());
    assertThat(calls().begin(here(), "x-1", "one")).isEqualTo(new Begun.Now());
    assertThat(calls().begin(here(), "x-1", "two")).isEqualTo(new Begun.Before());
    assertThat(calls().begin(here(), "x-2", "one")).isEqualTo(new Begun.Gone());
  }

  @Test
  @DisplayName("keeps the first thing that came of a call")
  void ended() {
    asked("x-1");
    calls().begin(here(), "x-1", "one");

    calls().end(here(), "x-1", DONE, deed(ADA, "ran"));
    calls().end(here(), "x-1", new ToolResult.Failure("late"), deed(ADA, "ran later"));
    calls().end(here(), "x-2", DONE, deed(ADA, "ran nothing"));

    assertThat(calls().begin(here(), "x-1", "one")).isEqualTo(new Begun.Ended(DONE));
    assertThat(calls().begin(here(), "x-1", "two")).isEqualTo(new Begun.Ended(DONE));
    assertThat(calls().begin(here(), "x-2", "one")).isEqualTo(new Begun.Gone());
    assertThat(told()).containsExactly("Ada ran", "Ada asked x-1");
  }

  @Test
  @DisplayName("writes down what was done besides")
  void noted() {
    calls().note(here(), deed(BOB, "was refused send_mail"));

    assertThat(told()).containsExactly("Bob was refused send_mail");
  }

  @Test
  @DisplayName("forgets the calls of a person, and those of nobody else")
  void forgotten() {
    asked("x-1");
    asked("x-2");
    calls().ask(call("x-3", "Bob"), deed(BOB, "asked"));

    Erased erased = records().forget(here(), ADA.id());

    assertThat(erased.count(Erased.Kind.CALL)).isEqualTo(2);
    assertThat(calls().find(here(), "x-1")).isEmpty();
    assertThat(calls().find(here(), "x-3")).isPresent();
    assertThat(decide("x-1", Verdict.APPROVED, ADA)).isEmpty();
    assertThat(calls().begin(here(), "x-1", "one")).isEqualTo(new Begun.Gone());
  }
}
