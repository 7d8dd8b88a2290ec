package dev.parley.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The scripts that Redis runs for Parley, each in one step that nothing comes between.
enum Script {
  ACCEPT("turns", "accept"),
  DUE("turns", "due"),
  CLAIM("turns", "notices", "quota", "claim"),
  BEGINS("turns", "begins"),
  ANSWERED("turns", "answered"),
  DONE("turns", "done"),
  RELEASE("turns", "release"),
  RENEW("turns", "renew"),
  STOP("turns", "stop"),
  RUNNING("turns", "running"),
  EDIT("turns", "corrections", "edit"),
  WITHDRAW("turns", "corrections", "withdraw"),
  FORGET("turns", "forget"),
  REGENERATE("turns", "past", "regenerate"),
  RATE("turns", "rate"),
  DISCARD("turns", "past", "discard"),
  RECORD("turns", "record"),
  RESET("turns", "reset"),
  READ("turns", "read"),
  OVERRIDES("turns", "overrides"),
  OVERRIDE("turns", "override"),
  KEYS("tenant", "keys"),
  PERSON_CONVERSATION("turns", "corrections", "person", "person-conversation"),
  PERSON_PAST("turns", "person-past"),
  PERSON_REST("turns", "person", "person-rest"),
  PERSON_DRAFTS("tenant", "person-drafts"),
  PERSON_UPLOADS("tenant", "uploads", "person-uploads"),
  PERSON_CALLS("tenant", "person-calls"),
  PERSON_INGEST("tenant", "ingest", "person-ingest"),
  FILES("tenant", "files"),
  UPLOAD_BEGIN("tenant", "uploads", "upload-begin"),
  UPLOAD_DONE("tenant", "uploads", "upload-done"),
  UPLOAD_FIND("tenant", "upload-find"),
  UPLOAD_SENT("tenant", "uploads", "upload-sent"),
  UPLOAD_DISCARD("tenant", "uploads", "upload-discard"),
  ROOM_PAGE("tenant", "room-page"),
  ROOM_ERASE("tenant", "room-erase"),
  ROOM_POST("tenant", "room-post"),
  ROOM_SHOW("tenant", "room-show"),
  ROOM_HIDE("tenant", "room-hide"),
  ROOM_READ("tenant", "room-read"),
  ROOM_LIST("tenant", "room-list"),
  RATE_TAKE("tenant", "rate-take"),
  RATE_PAUSE("tenant", "rate-pause"),
  RESERVE("tenant", "notices", "quota", "reserve"),
  SETTLE("tenant", "notices", "quota", "settle"),
  PORTION("tenant", "portion"),
  PORTION_READ("tenant", "notices", "quota", "portion-read"),
  PORTION_RETURN("tenant", "notices", "quota", "portion-return"),
  QUOTA_READ("tenant", "quota-read"),
  QUOTA_CHANGE("tenant", "audit", "quota-change"),
  WISH("tenant", "audit", "wish"),
  WISH_READ("tenant", "wish-read"),
  WISH_ANSWER("tenant", "audit", "wish-answer"),
  AUDIT_READ("tenant", "audit-read"),
  AUDIT_NOTE("tenant", "audit", "audit-note"),
  KNOWLEDGE_PASSAGES("tenant", "knowledge-passages"),
  KNOWLEDGE_PUBLISH("tenant", "ingest", "knowledge", "knowledge-publish"),
  KNOWLEDGE_EDIT("tenant", "knowledge", "knowledge-edit"),
  KNOWLEDGE_REMOVE("tenant", "knowledge", "knowledge-remove"),
  KNOWLEDGE_CHANGES("tenant", "knowledge", "knowledge-changes"),
  KNOWLEDGE_USED("tenant", "knowledge", "knowledge-used"),
  KNOWLEDGE_VECTORS("tenant", "knowledge-vectors"),
  INGEST_ADD("tenant", "ingest", "ingest-add"),
  INGEST_CLAIM("tenant", "ingest", "ingest-claim"),
  INGEST_PROGRESS("tenant", "ingest", "ingest-progress"),
  INGEST_END("tenant", "ingest", "ingest-end"),
  INGEST_POSTPONE("tenant", "ingest", "ingest-postpone"),
  INGEST_NOTE("tenant", "ingest", "ingest-note"),
  INGEST_CANCEL("tenant", "ingest", "ingest-cancel"),
  INGEST_KNOWN("tenant", "ingest", "ingest-known"),
  INGEST_STATES("tenant", "ingest", "ingest-states"),
  INGEST_STATE("tenant", "ingest", "ingest-state"),
  INGEST_NEXT("ingest-tenants", "ingest-next"),
  INGEST_SETTLE("ingest-tenants", "ingest-settle"),
  INGEST_WAKE("ingest-tenants", "ingest-wake"),
  CALL_ASK("tenant", "audit", "call-ask"),
  CALL_FIND("tenant", "call-find"),
  CALL_DECIDE("tenant", "audit", "call-decide"),
  CALL_BEGIN("tenant", "call-begin"),
  CALL_END("tenant", "audit", "call-end"),
  HASH_READ("tenant", "hash-read"),
  COUNTERS("tenant", "notices", "quota", "counters"),
  LEDGER_DAYS("tenant", "notices", "quota", "ledger-days"),
  LEDGER_ROWS("tenant", "ledger-rows"),
  LEDGER_NOTED("tenant", "ledger-noted"),
  LEDGER_ACCOUNT("tenant", "ledger-account"),
  LEDGER_NAME("tenant", "ledger-name"),
  LEDGER_PEOPLE("tenant", "ledger-people"),
  LEDGER_FORGET("tenant", "notices", "ledger-forget"),
  NOTICE_TAKE("tenant", "notices", "notice-take"),
  NOTICE_TOLD("tenant", "notices", "notice-told"),
  NOTICE_DUE("tenant", "notices", "notice-due"),
  POOL("pool"),
  POOL_TENANTS("pool-tenants"),
  POOL_SPENT("pool-spent"),
  MARK("tenant", "notices", "mark"),
  PROMISE_TAKE("tenant", "promise-take"),
  PROMISE_KEPT("tenant", "promise-kept"),
  PROMISE_OVERDUE("tenant", "promise-overdue"),
  TOOL_CALLED("tenant", "tool-called"),
  TOOL_DAYS("tenant", "tool-days"),
  DUTY("duty"),
  TENANTS("tenants"),
  PING("ping");

  private final String lua;

  Script(String... files) {
    StringBuilder text = new StringBuilder();
    for (String file : files) {
      text.append(resource(file + ".lua")).append('\n');
    }
    lua = text.toString();
  }

  private static String resource(String file) {
    try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String lua() {
    return lua;
  }
}
