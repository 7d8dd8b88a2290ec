package dev.parley.discord;

import static org.awaitility.Awaitility.await;

import dev.parley.discord.DiscordSettings.AnswerIn;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.OwnRateLimits;
import dev.parley.platform.RateLimits;
import dev.parley.secret.Secret;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordGuild;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.FakeDiscord;
import dev.parley.testkit.platform.InMemoryMarks;
import dev.parley.testkit.platform.InMemoryPromises;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A fake Discord with an adapter that is connected once it is started.
final class DiscordHarness implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(20);

  final FakeDiscord discord;
  final DiscordGuild guild;
  final DiscordChannel general;
  final DiscordPerson ann;
  final InMemoryMarks marks = new InMemoryMarks();
  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final RateLimits limits = new OwnRateLimits(() -> System.nanoTime() / 1_000_000);
  private final List<DiscordAdapter> adapters = new ArrayList<>();
  private final Clock clock;
  final InMemoryPromises promises;

  DiscordHarness(DiscordRules rules) {
    this(rules, Clock.systemUTC());
  }

  /// @param clock what Discord and the adapter go by
  DiscordHarness(DiscordRules rules, Clock clock) {
    this.clock = clock;
    this.promises = new InMemoryPromises(clock);
    this.discord = FakeDiscord.start(rules, clock);
    this.guild = discord.guild("Team");
    this.general = guild.channel("general");
    this.ann = guild.person("Ann");
  }

  static DiscordHarness unlimited() {
    return new DiscordHarness(DiscordRules.withoutLimits());
  }

  DiscordSettings settings() {
    return settings(true, AnswerIn.CHANNEL);
  }

  DiscordSettings settings(boolean messageContent, AnswerIn answerIn) {
    return settings(messageContent, answerIn, 1);
  }

  DiscordSettings sharded(int shards) {
    return settings(true, AnswerIn.CHANNEL, shards);
  }

  private DiscordSettings settings(boolean messageContent, AnswerIn answerIn, int shards) {
    return new DiscordSettings(
        Optional.of(Secret.of(discord.bot().token())),
        Optional.of(URI.create(discord.apiUrl())),
        Optional.of(URI.create(discord.gatewayUrl())),
        messageContent,
        shards,
        answerIn,
        Duration.ofMinutes(15));
  }

  DiscordAdapter adapter(DiscordSettings settings) {
    DiscordAdapter adapter = new DiscordAdapter(settings, limits, marks, promises, metrics, clock);
    adapters.add(adapter);
    return adapter;
  }

  /// An adapter that hears what is said from now on.
  DiscordAdapter started(DiscordSettings settings, InboundHandler core) {
    int before = discord.sessions();
    DiscordAdapter adapter = adapter(settings);
    adapter.start(core);
    await().atMost(LIMIT).until(() -> discord.sessions() > before);
    return adapter;
  }

  String mention() {
    return discord.bot().mention();
  }

  @Override
  public void close() {
    adapters.forEach(DiscordAdapter::close);
    discord.close();
  }
}
