package dev.parley.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.launcher.BotProcess;
import dev.parley.testkit.inbox.RedisForTests;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When bots are killed while they read documents in")
class KnowledgeCrashTest {
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
  private static final int BOTS = 3;
  private static final int KILLS = 2;
  private static final int VOLUMES = 16;

  /// Of the volumes, those that are removed while they wait or are read.
  private static final int REMOVED_EARLY = 4;

  private static final int REMOVED_LATE = 4;
  private static final int LONGEST_CALM_MILLIS = 1_500;

  /// What a killed bot may have asked for and not kept: as many passages as it asks for at once, of
  /// as many documents as it reads side by side.
  private static final int LOST_BY_A_KILL = 2 * 32;

  @TempDir private Path directory;
  private final SlowVectors vectors = new SlowVectors();

  @Test
  @Timeout(600)
  @DisplayName("each document is there as a whole, none is half there, and what is removed is gone")
  void wholeOrNotAtAll() throws Exception {
    long seed = new Random().nextLong();
    List<Volume> volumes = IntStream.range(0, VOLUMES).mapToObj(Volume::new).toList();
    List<Volume> kept = volumes.subList(0, VOLUMES - REMOVED_EARLY);
    try (RedisForTests redis = RedisForTests.started();
        GeminiProtocolServer gemini = GeminiProtocolServer.start(vectors);
        BotFleet fleet = new BotFleet(directory, environment(redis, gemini));
        Librarian librarian = new Librarian()) {
      fleet.start(BOTS);
      Shelving shelving = new Shelving(librarian, fleet, new Random(seed));

      addAmongKills(shelving, fleet, volumes, seed);
      shelving.awaitRead();

      for (URI bot : addresses(fleet)) {
        shelving.assertHas(bot, kept);
        shelving.awaitFound(bot, kept);
      }
      assertNothingIsMadeTwice(shelving, seed);
      removeSome(shelving, fleet, kept);
      report(seed);
    }
  }

  private Map<String, String> environment(RedisForTests redis, GeminiProtocolServer gemini)
      throws Exception {
    Map<String, String> environment =
        new HashMap<>(CrashSettings.environment(directory, LEASE, redis, gemini));
    Files.writeString(
        directory.resolve("parley.yaml"),
        "knowledge: {dimensions: 128}\n",
        StandardOpenOption.APPEND);
    environment.put("PARLEY_ADMIN_TOKEN", Librarian.TOKEN);
    return environment;
  }

  private void addAmongKills(Shelving shelving, BotFleet fleet, List<Volume> volumes, long seed)
      throws Exception {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> adding = people.submit(() -> addAndRemove(shelving, volumes));
      kill(fleet, new Random(seed));
      adding.get();
    }
  }

  private static void addAndRemove(Shelving shelving, List<Volume> volumes) {
    volumes.reversed().forEach(shelving::add);
    volumes.subList(VOLUMES - REMOVED_EARLY, VOLUMES).forEach(shelving::remove);
  }

  /// Each time when documents are being read.
  private void kill(BotFleet fleet, Random random) throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      Awaitility.await().atMost(LONGEST_WAIT).until(() -> vectors.underWay() > 0);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_CALM_MILLIS)));
      fleet.replace(fleet.anyBot(random));
    }
  }

  private static List<URI> addresses(BotFleet fleet) {
    return fleet.all().stream().map(BotProcess::uri).map(uri -> uri.orElseThrow()).toList();
  }

  private void assertNothingIsMadeTwice(Shelving shelving, long seed) {
    assertThat(vectors.differentTexts())
        .as("passages with vectors; seed %d", seed)
        .isGreaterThanOrEqualTo((VOLUMES - REMOVED_EARLY) * Volume.PASSAGES);
    assertThat(vectors.texts() - vectors.differentTexts())
        .as("vectors that were made again; seed %d", seed)
        .isLessThanOrEqualTo(LOST_BY_A_KILL * (KILLS + shelving.repeated()));
  }

  private static void removeSome(Shelving shelving, BotFleet fleet, List<Volume> kept) {
    List<Volume> removed = kept.subList(0, REMOVED_LATE);
    removed.forEach(shelving::remove);
    for (URI bot : addresses(fleet)) {
      removed.forEach(volume -> shelving.awaitGone(bot, volume));
      shelving.awaitFound(bot, kept.subList(REMOVED_LATE, REMOVED_LATE + 1));
    }
  }

  private void report(long seed) {
    System.out.printf(
        "crash test of documents: %d documents of %d passages, %d processes, %d SIGKILL: all whole "
            + "at each, 0 half there, %d removed meanwhile and %d later are gone; %d vectors of "
            + "passages (%d made again); seed %d%n",
        VOLUMES,
        Volume.PASSAGES,
        BOTS,
        KILLS,
        REMOVED_EARLY,
        REMOVED_LATE,
        vectors.texts(),
        vectors.texts() - vectors.differentTexts(),
        seed);
  }
}
