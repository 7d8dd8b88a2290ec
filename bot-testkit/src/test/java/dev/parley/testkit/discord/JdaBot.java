package dev.parley.testkit.discord;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/// A bot made with JDA, which reaches the fake as it would reach Discord.
final class JdaBot implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final JDA jda;

  JdaBot(FakeDiscord discord, Collection<GatewayIntent> intents, Object... listeners) {
    this.jda =
        JDABuilder.createLight(discord.bot().token(), intents)
            .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
            .setSessionController(new OneGateway(discord.gatewayUrl()))
            .setCallbackPool(threads)
            .setRateLimitElastic(threads)
            .addEventListeners(listeners)
            .build();
  }

  private static final class OneGateway extends ConcurrentSessionController {
    private final String url;

    private OneGateway(String url) {
      this.url = url;
    }

    @Override
    public String getGateway() {
      return url;
    }
  }

  JDA jda() {
    return jda;
  }

  JdaBot ready() throws InterruptedException {
    jda.awaitReady();
    return this;
  }

  @Override
  public void close() {
    jda.shutdownNow();
    try {
      jda.awaitShutdown(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }
}
