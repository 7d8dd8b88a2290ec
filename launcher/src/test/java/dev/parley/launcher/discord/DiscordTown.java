package dev.parley.launcher.discord;

import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.discord.DiscordGuild;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.FakeDiscord;
import dev.parley.testkit.discord.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A fake Discord with a guild and its people, and the processes of the bot that are connected to
/// it.
final class DiscordTown implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FAST = "demo: {words-per-second: 120}\n";
  private static final List<String> JDA =
      List.of(" Requester: ", " RestRateLimiter: ", " WebSocketClient: ");

  final FakeDiscord discord;
  final DiscordGuild guild;
  final DiscordPerson ann;
  final DiscordPerson bob;
  final DiscordPerson admin;
  final LateClock clock;
  private final Path folder;
  private final List<BotProcess> bots = new ArrayList<>();

  private DiscordTown(FakeDiscord discord, LateClock clock, Path folder) {
    this.discord = discord;
    this.clock = clock;
    this.folder = folder;
    this.guild = discord.guild("Team");
    this.ann = guild.person("Ann");
    this.bob = guild.person("Bob");
    this.admin = guild.person("Mia", Permission.MANAGE_GUILD);
  }

  static DiscordTown open() {
    return open(DiscordRules.withoutLimits());
  }

  static DiscordTown open(DiscordRules rules) {
    return open(rules, Duration.ZERO);
  }

  /// @param late how long ago people found the guild
  static DiscordTown open(DiscordRules rules, Duration late) {
    try {
      LateClock clock = new LateClock();
      clock.beLate(late);
      Path folder = Files.createTempDirectory("parley-discord");
      return new DiscordTown(FakeDiscord.start(rules, clock), clock, folder);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// A bot with these settings, once Discord tells it what happens. Where they do not say how fast
  /// the demo model speaks, it speaks fast.
  BotProcess bot(String settings) {
    return bot(settings, Map.of());
  }

  /// @param more what it sees of an environment besides
  BotProcess bot(String settings, Map<String, String> more) {
    int before = discord.sessions();
    BotProcess bot = launch(settings, more).awaitStart();
    await()
        .atMost(PATIENCE)
        .until(() -> discord.sessions() > before && !discord.commands().isEmpty());
    return bot;
  }

  /// A bot that is not waited for.
  BotProcess launch(String settings, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DISCORD_TOKEN", discord.bot().token());
    environment.put("DISCORD_API", discord.apiUrl());
    environment.put("DISCORD_GATEWAY", discord.gatewayUrl());
    environment.put("PARLEY_CONFIG", written(settings).toString());
    environment.putAll(more);
    BotProcess bot = BotProcess.start(folder, environment);
    bots.add(bot);
    return bot;
  }

  private Path written(String settings) {
    try {
      return Files.writeString(
          folder.resolve("parley-" + bots.size() + ".yaml"),
          settings.contains("demo:") ? settings : settings + FAST);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Ends all bots as a service manager does, and waits until nobody hears what is said.
  void stop() throws InterruptedException {
    for (BotProcess bot : bots) {
      bot.close();
    }
    await().atMost(PATIENCE).until(() -> discord.sessions() == 0);
  }

  String mention(String text) {
    return discord.bot().mention() + " " + text;
  }

  Path folder() {
    return folder;
  }

  /// What the bots logged as errors; JDA does so for what fails and is repeated.
  List<String> errors() {
    return bots.stream()
        .flatMap(bot -> bot.output().lines())
        .filter(line -> line.contains(" ERROR "))
        .filter(line -> JDA.stream().noneMatch(line::contains))
        .toList();
  }

  @Override
  public void close() throws InterruptedException {
    for (BotProcess bot : bots) {
      bot.close();
    }
    discord.close();
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
