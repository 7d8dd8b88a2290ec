package dev.parley.discord.api;

import java.io.Serial;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A call to Discord that failed.
public final class DiscordCallException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /// Discord's own codes ("Opcodes and Status Codes", JSON error codes).
  public static final int UNKNOWN_CHANNEL = 10003;

  public static final int UNKNOWN_MEMBER = 10007;
  public static final int UNKNOWN_MESSAGE = 10008;
  public static final int UNKNOWN_USER = 10013;
  public static final int UNKNOWN_WEBHOOK = 10015;
  public static final int UNKNOWN_INTERACTION = 10062;
  public static final int ALREADY_ACKNOWLEDGED = 40060;
  public static final int MISSING_ACCESS = 50001;
  public static final int CANNOT_MESSAGE_USER = 50007;
  public static final int MISSING_PERMISSIONS = 50013;
  public static final int INVALID_WEBHOOK_TOKEN = 50027;
  public static final int NO_REPLY_WITHOUT_HISTORY = 160002;
  public static final int THREAD_EXISTS = 160004;

  /// Where the bot cannot write: no channel, no access, a kind of channel without text, a thread
  /// that is locked or archived for good.
  private static final Set<Integer> NO_PLACE =
      Set.of(
          UNKNOWN_CHANNEL, 10004, MISSING_ACCESS, MISSING_PERMISSIONS, 50008, 50024, 50083, 160005);

  private final int status;
  private final int code;

  /// @param status of the HTTP response; 0 where there was none
  /// @param code Discord's own; 0 where it gave none
  public DiscordCallException(
      String what, int status, int code, String meaning, @Nullable Throwable cause) {
    super(what + ": " + meaning + " (" + (code == 0 ? "HTTP " + status : code) + ")", cause);
    this.status = status;
    this.code = code;
  }

  /// Discord was not reached since the bot was started.
  public static DiscordCallException notConnected(String what) {
    return unanswered(what, "not connected yet", null);
  }

  static DiscordCallException unanswered(String what, String why, @Nullable Throwable cause) {
    return new DiscordCallException(what, 0, 0, why, cause);
  }

  public int code() {
    return code;
  }

  public boolean is(int known) {
    return code == known;
  }

  /// Whether Discord answered, and will answer the same again.
  public boolean isRefusal() {
    return status >= 400 && status < 500 && status != 408 && status != 429;
  }

  /// Whether nobody can be told anything in that place.
  public boolean meansNoPlace() {
    return NO_PLACE.contains(code) || (status == 403 && code != CANNOT_MESSAGE_USER);
  }

  /// Whether the token of an interaction has run out.
  public boolean meansTokenGone() {
    return code == INVALID_WEBHOOK_TOKEN || code == UNKNOWN_WEBHOOK || status == 401;
  }
}
