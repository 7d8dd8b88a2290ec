package dev.parley.launcher.crash;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;

/// Several bots on one Redis.
final class BotFleet implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(90);

  private final Path directory;
  private final Map<String, String> environment;
  private final List<BotProcess> bots = new ArrayList<>();
  private int started;

  BotFleet(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
  }

  void start(int count) {
    for (int number = 0; number < count; number++) {
      add(launched());
    }
    awaitAll();
  }

  private BotProcess launched() {
    started++;
    return BotProcess.start("bot-" + started + "-", directory, environment);
  }

  private synchronized void add(BotProcess bot) {
    bots.add(bot);
  }

  void awaitAll() {
    all().forEach(BotFleet::await);
  }

  private static void await(BotProcess bot) {
    Awaitility.await()
        .atMost(LONGEST_START)
        .until(
            () -> {
              if (!bot.isAlive()) {
                throw new IllegalStateException("a bot did not start:\n" + bot.output());
              }
              return bot.uri().isPresent();
            });
  }

  synchronized List<BotProcess> all() {
    return List.copyOf(bots);
  }

  /// The address of any bot that has one.
  URI any(Random random) {
    List<URI> addresses = all().stream().flatMap(bot -> bot.uri().stream()).toList();
    return addresses.get(random.nextInt(addresses.size()));
  }

  BotProcess anyBot(Random random) {
    List<BotProcess> running = all();
    return running.get(random.nextInt(running.size()));
  }

  /// Kills a bot and starts another in its place.
  void replace(BotProcess bot) {
    bot.kill();
    BotProcess successor = launched();
    synchronized (this) {
      bots.remove(bot);
      bots.add(successor);
    }
    await(successor);
  }

  @Override
  public void close() {
    all().forEach(BotProcess::close);
  }
}
