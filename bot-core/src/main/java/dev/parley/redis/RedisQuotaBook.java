package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.quota.Grant;
import dev.parley.quota.QuotaBook;
import dev.parley.quota.QuotaLine;
import dev.parley.quota.QuotaRule;
import dev.parley.quota.QuotaUnit;
import dev.parley.quota.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules, grants and wishes of each tenant in Redis, and the audit of what changed them.
final class RedisQuotaBook implements QuotaBook {
  private static final String RULES = "quota-rules";
  private static final String GRANTS = "quota-grants";
  private static final String SETTINGS = "quota-settings";
  private static final String ADMIN_CHANNEL = "admin-channel";
  private static final Duration WISH_KEPT = Duration.ofDays(7);

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;

  RedisQuotaBook(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  /// A grant as it is stored; its expiry is a number, so that scripts can tell it.
  private record StoredGrant(
      String id, String account, QuotaUnit unit, Window window, long amount, long expires) {
    static StoredGrant of(Grant grant) {
      return new StoredGrant(
          grant.id(),
          grant.account(),
          grant.unit(),
          grant.window(),
          grant.amount(),
          grant.expires().toEpochMilli());
    }

    Grant grant() {
      return new Grant(id, account, unit, window, amount, Instant.ofEpochMilli(expires));
    }
  }

  @Override
  public Changes read(TenantId tenant, Instant now) {
    List<Answer> read =
        run(Script.QUOTA_READ, tenant, Stream.of(Long.toString(now.toEpochMilli()))).list();
    return new Changes(
        read.get(0).texts().stream().flatMap(line -> QuotaLine.read(line).stream()).toList(),
        StoredJson.readAll(read.get(1).texts(), StoredGrant.class).stream()
            .map(StoredGrant::grant)
            .toList());
  }

  @Override
  public void set(TenantId tenant, QuotaRule rule, Deed deed) {
    change(tenant, deed, RULES, rule.key(), rule.text());
  }

  @Override
  public boolean clear(TenantId tenant, QuotaRule rule, Deed deed) {
    return change(tenant, deed, RULES, rule.key(), "");
  }

  @Override
  public void grant(TenantId tenant, Grant grant, Deed deed) {
    change(tenant, deed, GRANTS, grant.id(), StoredJson.written(StoredGrant.of(grant)));
  }

  private boolean change(TenantId tenant, Deed deed, String hash, String field, String value) {
    return run(
            Script.QUOTA_CHANGE,
            tenant,
            Stream.concat(Deeds.written(deed), Stream.of(hash, field, value)))
        .text()
        .equals("changed");
  }

  @Override
  public void ask(TenantId tenant, Wish wish, Deed deed) {
    run(
        Script.WISH,
        tenant,
        Stream.concat(
            Deeds.written(deed),
            Stream.of(wish.id(), StoredJson.written(wish), Long.toString(WISH_KEPT.toMillis()))));
  }

  @Override
  public Optional<Wish> wish(TenantId tenant, String id) {
    return Optional.of(run(Script.WISH_READ, tenant, Stream.of(id)).text())
        .filter(json -> !json.isEmpty())
        .map(json -> StoredJson.read(json, Wish.class));
  }

  @Override
  public boolean answer(TenantId tenant, String wish, Optional<Grant> grant, Deed deed) {
    return run(
            Script.WISH_ANSWER,
            tenant,
            Stream.concat(
                Deeds.written(deed),
                Stream.of(
                    wish,
                    grant.map(Grant::id).orElse(""),
                    grant.map(StoredGrant::of).map(StoredJson::written).orElse(""))))
        .text()
        .equals("answered");
  }

  @Override
  public List<Deed> deeds(TenantId tenant, int most) {
    return run(Script.AUDIT_READ, tenant, Stream.of(Integer.toString(most))).list().stream()
        .map(row -> deed(row.list().get(1).map()))
        .toList();
  }

  private static Deed deed(Map<String, String> fields) {
    return new Deed(
        Instant.ofEpochMilli(Long.parseLong(fields.getOrDefault("at", "0"))),
        new UserId(fields.getOrDefault("by", "?")),
        fields.getOrDefault("name", ""),
        fields.getOrDefault("what", ""));
  }

  @Override
  public Optional<String> adminChannel(TenantId tenant) {
    return Optional.of(run(Script.HASH_READ, tenant, Stream.of(SETTINGS, ADMIN_CHANNEL)).text())
        .filter(channel -> !channel.isEmpty());
  }

  @Override
  public void adminChannel(TenantId tenant, Optional<String> channel, Deed deed) {
    change(tenant, deed, SETTINGS, ADMIN_CHANNEL, channel.orElse(""));
  }

  private Answer run(Script script, TenantId tenant, Stream<String> arguments) {
    return scripts.run(script, patience, keys.tenant(tenant), arguments.toArray(String[]::new));
  }
}
