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
  RECORD("turns", "record"),
  RESET("turns", "reset"),
  READ("turns", "read"),
  OVERRIDES("turns", "overrides"),
  OVERRIDE("turns", "override"),
  ROOM_POST("rooms", "room-post"),
  ROOM_SHOW("rooms", "room-show"),
  ROOM_HIDE("rooms", "room-hide"),
  ROOM_READ("rooms", "room-read"),
  ROOM_LIST("rooms", "room-list"),
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
