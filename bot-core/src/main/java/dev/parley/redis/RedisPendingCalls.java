package dev.parley.redis;

import dev.parley.approval.Decision;
import dev.parley.approval.PendingCall;
import dev.parley.approval.PendingCalls;
import dev.parley.identity.TenantId;
import dev.parley.quota.QuotaBook.Deed;
import dev.parley.tool.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Calls that wait in Redis, each a hash of its own, and the audit of what became of them.
final class RedisPendingCalls implements PendingCalls {
  /// After its expiry: longer than the answer that runs a call can be asked for again.
  private static final Duration KEPT = Duration.ofDays(30);

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;

  RedisPendingCalls(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  @Override
  public void ask(PendingCall call, Deed deed) {
    Duration kept = Duration.between(call.askedAt(), call.expiresAt()).plus(KEPT);
    run(
        Script.CALL_ASK,
        call.tenant(),
        deed,
        call.id(),
        StoredJson.written(call),
        Long.toString(kept.toMillis()));
  }

  @Override
  public Optional<Known> find(TenantId tenant, String id) {
    List<String> found = run(Script.CALL_FIND, tenant, Stream.of(id)).texts();
    return Optional.of(found.get(0))
        .filter(call -> !call.isEmpty())
        .map(call -> new Known(StoredJson.read(call, PendingCall.class), decision(found.get(1))));
  }

  @Override
  public Optional<Decision> decide(TenantId tenant, String id, Decision decision, Deed deed) {
    return decision(run(Script.CALL_DECIDE, tenant, deed, id, StoredJson.written(decision)).text());
  }

  private static Optional<Decision> decision(String json) {
    return Optional.of(json)
        .filter(text -> !text.isEmpty())
        .map(text -> StoredJson.read(text, Decision.class));
  }

  @Override
  public Begun begin(TenantId tenant, String id, String attempt) {
    List<String> begun = run(Script.CALL_BEGIN, tenant, Stream.of(id, attempt)).texts();
    return switch (begun.getFirst()) {
      case "now" -> new Begun.Now();
      case "before" -> new Begun.Before();
      case "ended" -> new Begun.Ended(StoredJson.read(begun.get(1), ToolResult.class));
      default -> new Begun.Gone();
    };
  }

  @Override
  public void end(TenantId tenant, String id, ToolResult result, Deed deed) {
    run(Script.CALL_END, tenant, deed, id, StoredJson.written(result));
  }

  @Override
  public void note(TenantId tenant, Deed deed) {
    run(Script.AUDIT_NOTE, tenant, deed);
  }

  private Answer run(Script script, TenantId tenant, Deed deed, String... more) {
    return run(script, tenant, Stream.concat(Deeds.written(deed), Stream.of(more)));
  }

  private Answer run(Script script, TenantId tenant, Stream<String> arguments) {
    return scripts.run(script, patience, keys.tenant(tenant), arguments.toArray(String[]::new));
  }
}
