package dev.parley.slack.api;

import java.io.Serial;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A call of the Web API that did not do what it was to do.
public final class SlackCallException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /// What is known about the call.
  public enum Kind {
    /// Slack answered, and said no.
    REFUSED,
    /// Slack, or the budget here, wants fewer calls of this kind for now.
    LIMITED,
    /// Slack was never reached.
    UNREACHED,
    /// It may have happened, or not.
    UNKNOWN
  }

  private static final Set<String> BROKEN_TOKEN =
      Set.of(
          "invalid_auth",
          "not_authed",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "not_allowed_token_type");

  private final String method;
  private final Kind kind;
  private final String error;

  SlackCallException(String method, Kind kind, String error, @Nullable Throwable cause) {
    super(method + ": " + error, cause);
    this.method = method;
    this.kind = kind;
    this.error = error;
  }

  /// A call that was not answered in time.
  public static SlackCallException late(String method) {
    return new SlackCallException(method, Kind.UNKNOWN, "not answered in time", null);
  }

  public String method() {
    return method;
  }

  public Kind kind() {
    return kind;
  }

  /// Slack's word for the error, such as `channel_not_found`.
  public String error() {
    return error;
  }

  public boolean isRefusal() {
    return kind == Kind.REFUSED;
  }

  public boolean mayHaveHappened() {
    return kind == Kind.UNKNOWN;
  }

  /// Whether the token itself is refused, so that no call can succeed.
  public boolean isAboutToken() {
    return isRefusal() && BROKEN_TOKEN.contains(error);
  }
}
