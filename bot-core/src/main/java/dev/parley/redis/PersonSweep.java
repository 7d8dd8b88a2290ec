package dev.parley.redis;

import dev.parley.conversation.Erased;
import dev.parley.conversation.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Goes through all that a tenant has and takes one person out of it: one small script for each
/// conversation, so that others are hardly held up.
final class PersonSweep {
  private static final Set<String> OF_CONVERSATIONS =
      Set.of("history", "session", "waiting", "turn");
  private static final Set<String> OF_ROOMS = Set.of("posts", "drafts");
  private static final Set<String> OF_UPLOADS = Set.of("upload", "uploads");
  private static final Set<String> OF_CALLS = Set.of("approval");
  private static final Set<String> OF_JOBS = Set.of("ingest");
  private static final Set<String> REST = Set.of("settings", "seen", "dead");

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final Person person;
  private final UnnamedFiles files;
  private final RoomErasure roomErasure;
  private final DocumentErasure documentErasure;

  /// The person's messages that were found so far: replies in rooms name them.
  private final Set<String> questions = new HashSet<>();

  PersonSweep(Scripts scripts, RedisKeys keys, Duration patience, Person person) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
    this.person = person;
    files = new UnnamedFiles(scripts, keys, patience);
    roomErasure = new RoomErasure(scripts, keys, patience, files);
    documentErasure = new DocumentErasure(scripts, keys, patience, files);
  }

  /// One pass over everything.
  Erased pass() {
    Tally tally = new Tally();
    Set<String> conversations = new HashSet<>();
    Set<String> rooms = new HashSet<>();
    new TenantKeys(scripts, patience)
        .each(
            keys.tenant(person.tenant()),
            some -> {
              of(OF_CONVERSATIONS, some).stream()
                  .map(TenantKeys.Key::name)
                  .filter(conversations::add)
                  .forEach(conversation -> eraseFrom(conversation, tally));
              erasePast(of(Set.of("past"), some), tally);
              eraseRest(of(REST, some), tally);
              eraseOwn(Script.PERSON_UPLOADS, of(OF_UPLOADS, some), Erased.Kind.UPLOAD, tally);
              eraseOwn(Script.PERSON_CALLS, of(OF_CALLS, some), Erased.Kind.CALL, tally);
              eraseJobs(of(OF_JOBS, some), tally);
              of(OF_ROOMS, some).forEach(key -> rooms.add(key.name()));
            });
    documentErasure.erase(person, tally);
    rooms.forEach(room -> roomErasure.erase(person, room, questions, tally));
    return tally.sum();
  }

  private static List<TenantKeys.Key> of(Set<String> kinds, List<TenantKeys.Key> all) {
    return all.stream().filter(key -> kinds.contains(key.kind())).toList();
  }

  private void eraseFrom(String conversation, Tally tally) {
    boolean own = conversation.endsWith(person.endOfOwn());
    List<Answer> left =
        run(
                Script.PERSON_CONVERSATION,
                conversation,
                person.id(),
                person.named(),
                own ? "1" : "0",
                keys.inboxTopic(),
                StoredJson.written(person.tenant()))
            .list();
    questions.addAll(left.get(0).texts());
    tally.add(Erased.Kind.WAITING, left.get(0).texts().size());
    String running = left.get(1).text();
    if (!running.isEmpty()) {
      questions.add(running);
      tally.unfinished();
    }
    tally.add(Erased.Kind.SUMMARY, left.get(2).number());
    left.get(3).texts().forEach(exchange -> eraseFrom(conversation, own, exchange, tally));
  }

  /// An exchange that cannot be read goes as well where it names the person.
  private void eraseFrom(String conversation, boolean own, String exchange, Tally tally) {
    Optional<Turn> turn = StoredJson.readAll(List.of(exchange), Turn.class).stream().findFirst();
    if (!own && turn.filter(it -> !it.quotes(person.user())).isPresent()) {
      return;
    }
    turn.ifPresent(it -> questions.add(it.id().value()));
    files.note(person.tenant(), exchange);
    Optional<Turn> left = own ? Optional.empty() : turn.flatMap(it -> it.without(person.user()));
    run(Script.FORGET, conversation, exchange, left.map(StoredJson::written).orElse(""));
    boolean read = turn.filter(it -> it.model().isEmpty()).isPresent();
    tally.add(read ? Erased.Kind.READING : Erased.Kind.EXCHANGE, 1);
  }

  private void erasePast(List<TenantKeys.Key> turns, Tally tally) {
    if (turns.isEmpty()) {
      return;
    }
    List<String> arguments = new ArrayList<>(List.of(person.id()));
    turns.forEach(turn -> arguments.add(turn.name()));
    List<Answer> erased = run(Script.PERSON_PAST, arguments.toArray(String[]::new)).list();
    questions.addAll(erased.get(0).texts());
    tally.add(Erased.Kind.PAST_TURN, erased.get(0).texts().size());
    tally.add(Erased.Kind.RATING, erased.get(1).number());
  }

  private void eraseRest(List<TenantKeys.Key> rest, Tally tally) {
    if (rest.isEmpty()) {
      return;
    }
    List<String> arguments = new ArrayList<>(List.of(person.id(), person.endOfOwn()));
    rest.forEach(key -> arguments.add(key.toString()));
    List<Answer> erased = run(Script.PERSON_REST, arguments.toArray(String[]::new)).list();
    tally.add(Erased.Kind.SETTING, erased.get(0).number());
    tally.add(Erased.Kind.WAITING, erased.get(1).number());
  }

  private void eraseOwn(Script script, List<TenantKeys.Key> some, Erased.Kind kind, Tally tally) {
    if (some.isEmpty()) {
      return;
    }
    List<String> arguments = new ArrayList<>(List.of(person.id()));
    some.forEach(one -> arguments.add(one.name()));
    tally.add(kind, run(script, arguments.toArray(String[]::new)).number());
  }

  private void eraseJobs(List<TenantKeys.Key> jobs, Tally tally) {
    documentErasure.eraseJobs(person, jobs.stream().map(TenantKeys.Key::name).toList(), tally);
  }

  private Answer run(Script script, String... arguments) {
    return scripts.run(script, patience, keys.tenant(person.tenant()), arguments);
  }

  /// Erases the files that nobody names any more, now that all else is done.
  Erased eraseFiles() {
    Tally tally = new Tally();
    tally.add(Erased.Kind.FILE, files.erase(person.tenant()));
    return tally.sum();
  }
}
