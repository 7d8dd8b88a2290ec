package dev.parley.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The people of the workspace: listed once, asked for where the list does not have them, and
/// remembered for an hour, admins for some minutes: a member can become a guest, and who is no
/// admin any more must not decide for others.
public final class People {
  private static final Logger LOG = LoggerFactory.getLogger(People.class);
  private static final int MOST_REMEMBERED = 5_000;
  private static final int LONGEST_NAME = 80;

  /// An event has to be acknowledged within 3 s, whether its author's name comes or not.
  private static final Duration PATIENCE = Duration.ofMillis(1_200);

  /// The rest of it is for asking for somebody whom the list does not have in time.
  private static final Duration FOR_THE_LIST = Duration.ofMillis(600);

  private static final long REMEMBERED_NANOS = Duration.ofHours(1).toNanos();
  private static final long ADMIN_NANOS = Duration.ofMinutes(5).toNanos();

  private final SlackApi api;
  private final LongSupplier nanos;
  private final MemberList members;
  private final Map<String, CompletableFuture<Person>> asking = new ConcurrentHashMap<>();
  private final Map<String, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private record Known(Person person, long since) {
    boolean isFresh(long now) {
      return now - since < (person.manages() ? ADMIN_NANOS : REMEMBERED_NANOS);
    }
  }

  People(SlackApi api) {
    this(api, System::nanoTime);
  }

  /// @param nanos that have passed, since whenever
  People(SlackApi api, LongSupplier nanos) {
    this.api = api;
    this.nanos = nanos;
    this.members = new MemberList(api, this::listed);
  }

  /// Somebody; named by the id alone where Slack does not tell in time.
  public Person person(String user) {
    return remembered(user).orElseGet(() -> asked(user));
  }

  /// Somebody of whom Slack has told all it will.
  ///
  /// @throws SlackCallException where Slack has not told anything yet; it may have soon
  public Person certain(String user) {
    Person person = person(user);
    if (person.standing() == Person.Standing.UNKNOWN && remembered(user).isEmpty()) {
      throw SlackCallException.late("users.info");
    }
    return person;
  }

  private Optional<Person> remembered(String user) {
    return told(user).filter(one -> one.isFresh(nanos.getAsLong())).map(Known::person);
  }

  private Optional<Known> told(String user) {
    synchronized (known) {
      return Optional.ofNullable(known.get(user));
    }
  }

  /// As far as anything is known: what was told some time ago is better than nothing.
  private Person asKnown(String user) {
    return told(user)
        .map(Known::person)
        .orElseGet(() -> new Person(user, false, Person.Standing.UNKNOWN));
  }

  private Person asked(String user) {
    return asking
        .computeIfAbsent(user, this::ask)
        .copy()
        .completeOnTimeout(asKnown(user), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /// Events of one gesture come at once; whoever comes second waits for the first one's answer.
  private CompletableFuture<Person> ask(String user) {
    CompletableFuture<Person> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("ask for " + user)
        .start(
            () -> {
              members.await(FOR_THE_LIST);
              Person person = remembered(user).orElseGet(() -> fetched(user));
              // before anybody has the answer: whoever asks after that asks anew
              asking.remove(user, answer);
              answer.complete(person);
            });
    return answer;
  }

  private void listed(JsonNode told) {
    String user = told.path("id").asText();
    if (!told.path("deleted").asBoolean() && remembered(user).isEmpty()) {
      remember(user, person(user, told));
    }
  }

  private Person fetched(String user) {
    try {
      JsonNode told = api.call(ApiCall.passing("users.info").with("user", user)).path("user");
      return remember(user, person(user, told));
    } catch (SlackCallException unknown) {
      LOG.debug("the name of {} is not known: {}", user, unknown.getMessage());
      return unknown.isRefusal()
          ? remember(user, new Person(user, false, Person.Standing.UNKNOWN))
          : asKnown(user);
    } catch (RuntimeException defect) {
      LOG.warn("the name of {} could not be asked", user, defect);
      return asKnown(user);
    }
  }

  private Person remember(String user, Person person) {
    synchronized (known) {
      known.put(user, new Known(person, nanos.getAsLong()));
    }
    return person;
  }

  private static Person person(String user, JsonNode told) {
    String name =
        Stream.of(
                told.path("profile").path("display_name"),
                told.path("profile").path("real_name"),
                told.path("real_name"),
                told.path("name"))
            .map(candidate -> printable(candidate.asText("")))
            .filter(candidate -> !candidate.isBlank())
            .findFirst()
            .orElse(user);
    boolean manages = told.path("is_admin").asBoolean() || told.path("is_owner").asBoolean();
    return new Person(name, manages, standing(told));
  }

  private static Person.Standing standing(JsonNode told) {
    if (told.path("is_stranger").asBoolean()) {
      return Person.Standing.STRANGER;
    }
    return told.path("is_restricted").asBoolean() || told.path("is_ultra_restricted").asBoolean()
        ? Person.Standing.GUEST
        : Person.Standing.MEMBER;
  }

  private static String printable(String name) {
    StringBuilder clean = new StringBuilder();
    name.strip()
        .codePoints()
        .filter(point -> !Character.isISOControl(point))
        .filter(point -> Character.getType(point) != Character.SURROGATE)
        .limit(LONGEST_NAME)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
