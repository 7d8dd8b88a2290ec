package dev.parley.launcher.crash;

import dev.parley.launcher.BotProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Several bots on one Redis.
final class BotFleet implements AutoCloseable {
  /// Many small processes on few processors: little memory, and a quick start.
  private static final String SMALL = "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private final Path directory;
  private final Map<String, String> environment;
  private final List<BotProcess> bots = new ArrayList<>();

  BotFleet(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = new HashMap<>(environment);
    this.environment.put("JAVA_TOOL_OPTIONS", SMALL);
  }

  void start(int count) {
    for (int number = 0; number < count; number++) {
      add(launched());
    }
    all().forEach(BotProcess::awaitStart);
  }

  private BotProcess launched() {
    return BotProcess.start(directory, environment);
  }

  private synchronized void add(BotProcess bot) {
    bots.add(bot);
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
  void replace(BotProcess bot) throws InterruptedException {
    bot.kill();
    BotProcess successor = launched();
    synchronized (this) {
      bots.remove(bot);
      bots.add(successor);
    }
    successor.awaitStart();
  }

  @Override
  public void close() throws Exception {
    for (BotProcess bot : all()) {
      bot.resume();
      bot.close();
    }
  }
}
