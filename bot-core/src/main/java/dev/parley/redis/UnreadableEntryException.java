package dev.parley.redis;

import java.io.Serial;

/// Redis holds something that this version does not understand.
final class UnreadableEntryException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  UnreadableEntryException(String what, String why) {
    super("no " + what + " that can be read: " + why);
  }
}
