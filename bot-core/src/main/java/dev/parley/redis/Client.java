package dev.parley.redis;

import dev.parley.secret.Secret;
import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.ClusterServersConfig;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.redisson.config.EqualJitterDelay;
import org.redisson.config.ReadMode;
import org.redisson.config.SingleServerConfig;

/// Makes Redisson's client: it connects with the first request, and whenever it has to.
final class Client {
  private static final int LEAST_IDLE = 2;
  private static final int PING_MILLIS = 10_000;

  private Client() {}

  static RedissonClient connecting(RedisSettings settings) {
    Config config = new Config();
    config.setCodec(StringCodec.INSTANCE);
    config.setLazyInitialization(true);
    config.setThreads(2);
    config.setNettyThreads(4);
    settings.user().ifPresent(config::setUsername);
    settings.password().map(Secret::reveal).ifPresent(config::setPassword);
    patient(
        settings.nodes().size() == 1 ? single(config, settings) : cluster(config, settings),
        settings.timeout());
    return Redisson.create(config);
  }

  private static SingleServerConfig single(Config config, RedisSettings settings) {
    return config
        .useSingleServer()
        .setAddress(settings.nodes().getFirst())
        .setDatabase(settings.database())
        .setConnectionPoolSize(settings.connections())
        .setConnectionMinimumIdleSize(LEAST_IDLE)
        .setSubscriptionConnectionPoolSize(LEAST_IDLE)
        .setSubscriptionConnectionMinimumIdleSize(1);
  }

  private static ClusterServersConfig cluster(Config config, RedisSettings settings) {
    return config
        .useClusterServers()
        .addNodeAddress(settings.nodes().toArray(String[]::new))
        .setReadMode(ReadMode.MASTER)
        .setMasterConnectionPoolSize(settings.connections())
        .setMasterConnectionMinimumIdleSize(LEAST_IDLE)
        .setSubscriptionConnectionPoolSize(LEAST_IDLE)
        .setSubscriptionConnectionMinimumIdleSize(1);
  }

  private static void patient(BaseConfig<?> config, Duration timeout) {
    config
        .setTimeout((int) timeout.toMillis())
        .setSubscriptionTimeout((int) timeout.toMillis())
        .setConnectTimeout((int) timeout.toMillis())
        .setRetryAttempts(0)
        .setRetryDelay(new ConstantDelay(Duration.ofMillis(100)))
        .setReconnectionDelay(new EqualJitterDelay(Duration.ofMillis(100), Duration.ofSeconds(1)))
        .setPingConnectionInterval(PING_MILLIS);
  }
}
