package dev.parley.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.identity.TenantId;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.LedgerQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What the counters of limits of a tenant say in Redis, and what its reservations and its ledger
/// say that they should.
final class Books {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RedisForTests redis;
  private final String keys;

  Books(RedisForTests redis, TenantId tenant) {
    this.redis = redis;
    this.keys = "parley:{" + tenant + "}:";
  }

  /// Fails where something is held back that no living reservation holds, or where something else
  /// was counted than was booked.
  static void areRight(RedisForTests redis, RedisStore store, TenantId tenant) {
    Books books = new Books(redis, tenant);
    Map<String, Long> spent = new TreeMap<>();
    store
        .ledger()
        .rows(
            new LedgerQuery(tenant, Optional.empty(), Instant.EPOCH, Instant.now()),
            row -> book(spent, row));

    assertThat(books.counted("-held")).as("what is held back").isEqualTo(books.reserved());
    assertThat(spent).as("what was booked").isNotEmpty();
    assertThat(books.counted("")).as("what was spent").isEqualTo(spent);
  }

  private static boolean book(Map<String, Long> spent, LedgerEntry row) {
    List.of("workspace", "user/" + row.person().user().orElseThrow(), "channel/" + row.channel())
        .forEach(
            account ->
                List.of("day", "week", "month")
                    .forEach(
                        window -> {
                          String counter = account + "/" + window;
                          add(spent, counter, "requests", row.requests());
                          add(spent, counter, "tokens", row.usage().total());
                          add(spent, counter, "micros", row.cost().micros());
                        }));
    return true;
  }

  /// What all counters have in fields of this ending, those of one window added up.
  private Map<String, Long> counted(String ending) {
    Map<String, Long> counted = new TreeMap<>();
    for (String key : redis.command("KEYS", keys + "spent:*")) {
      Map<String, String> fields = hash(key);
      for (String unit : List.of("requests", "tokens", "micros")) {
        long amount = Long.parseLong(fields.getOrDefault(unit + ending, "0"));
        add(counted, window(key.substring((keys + "spent:").length())), unit, amount);
      }
    }
    return counted;
  }

  private Map<String, Long> reserved() {
    Map<String, Long> reserved = new TreeMap<>();
    for (String json : hash(keys + "held").values()) {
      JsonNode reservation = read(json);
      for (JsonNode counter : reservation.path("counters")) {
        reservation
            .path("amounts")
            .properties()
            .forEach(
                amount ->
                    add(
                        reserved,
                        window(counter.path("name").asText()),
                        amount.getKey(),
                        amount.getValue().asLong()));
      }
    }
    return reserved;
  }

  /// A counter's window, whichever of its spans it is.
  private static String window(String counter) {
    return counter.substring(0, counter.lastIndexOf('/'));
  }

  private static void add(Map<String, Long> sums, String window, String unit, long amount) {
    if (amount != 0) {
      sums.merge(window + " " + unit, amount, Long::sum);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private Map<String, String> hash(String key) {
    List<String> flat = redis.command("HGETALL", key);
    Map<String, String> fields = new TreeMap<>();
    IntStream.range(0, flat.size() / 2)
        .forEach(i -> fields.put(flat.get(2 * i), flat.get(2 * i + 1)));
    return fields;
  }
}
