package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serial;
import java.time.Duration;

/// The fake refuses a call by one of Discord's error codes.
final class DiscordRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final int status;
  private final int code;
  private final transient ObjectNode body;

  DiscordRefusedException(int status, int code, String message) {
    this(status, code, message, Json.object());
  }

  private DiscordRefusedException(int status, int code, String message, ObjectNode errors) {
    super(code + " " + message + " " + errors, null, false, false);
    this.status = status;
    this.code = code;
    this.body = Json.object().put("message", message).put("code", code);
    if (!errors.isEmpty()) {
      body.set("errors", errors);
    }
  }

  /// A field that is not as Discord wants it.
  ///
  /// @param path the field, with dots where it is inside of others
  static DiscordRefusedException invalid(String path, String code, String message) {
    ObjectNode errors = Json.object();
    ObjectNode inner = errors;
    for (String step : path.split("\\.", -1)) {
      inner = inner.putObject(step);
    }
    inner.putArray("_errors").addObject().put("code", code).put("message", message);
    return new DiscordRefusedException(400, 50035, "Invalid Form Body", errors);
  }

  static DiscordRefusedException tooLong(String path, int most) {
    return invalid(path, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
  }

  static DiscordRefusedException badLength(String path, int least, int most) {
    return invalid(
        path, "BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
  }

  static DiscordRefusedException missing(String path) {
    return invalid(path, "BASE_TYPE_REQUIRED", "This field is required");
  }

  static DiscordRefusedException unknownChannel() {
    return new DiscordRefusedException(404, 10003, "Unknown Channel");
  }

  static DiscordRefusedException unknownMessage() {
    return new DiscordRefusedException(404, 10008, "Unknown Message");
  }

  static DiscordRefusedException missingAccess() {
    return new DiscordRefusedException(403, 50001, "Missing Access");
  }

  static DiscordRefusedException missingPermissions() {
    return new DiscordRefusedException(403, 50013, "Missing Permissions");
  }

  /// Says when to try again.
  DiscordRefusedException after(Duration pause) {
    body.put("retry_after", pause.toMillis() / 1000.0).put("global", false);
    return this;
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }

  ObjectNode body() {
    return body.deepCopy();
  }
}
