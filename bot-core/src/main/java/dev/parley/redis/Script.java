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
  CLAIM("turns", "claim"),
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
  ROOM_POST("tenant", "room-post"),
  ROOM_SHOW("tenant", "room-show"),
  ROOM_HIDE("tenant", "room-hide"),
  ROOM_READ("tenant", "room-read"),
  ROOM_LIST("tenant", "room-list"),
  RATE_TAKE("tenant", "rate-take"),
  RATE_PAUSE("tenant", "rate-pause"),
  PROMISE_TAKE("tenant", "promise-take"),
  PROMISE_KEPT("tenant", "promise-kept"),
  PROMISE_OVERDUE("tenant", "promise-overdue"),
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
