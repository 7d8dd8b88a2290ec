package dev.parley.launcher.crash;

import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.testkit.inbox.RedisForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// How bots are set that are to be killed: with short leases, and with much patience.
final class CrashSettings {
  private CrashSettings() {}

  static Map<String, String> environment(
      Path directory, Duration lease, RedisForTests redis, GeminiProtocolServer gemini)
      throws IOException {
    Path config = directory.resolve("parley.yaml");
    Files.writeString(
        config,
        """
        turns:
          lease: %ds
          waiting-messages: each
          most-take-overs: 20
        tools:
          rules: [{tools: ["*"], approval: never}]
        quotas:
          rules: ["each user: 100000 requests per day", "workspace: $100000 per month"]
        """
            .formatted(lease.toSeconds()));
    return Map.of(
        "REDIS_URL", redis.url(),
        "GEMINI_API_KEY", "none-needed",
        "GEMINI_BASE_URL", gemini.uri().toString(),
        "PARLEY_CONFIG", config.toString(),
        "PARLEY_DATA", directory.resolve("data").toString());
  }
}
