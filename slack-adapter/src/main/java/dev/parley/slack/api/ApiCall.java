package dev.parley.slack.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One call of the Web API.
///
/// @param urgent whether it waits for its turn where the limits are reached; others fail at once,
///     and leave a reserve to the urgent ones
public record ApiCall(String method, Map<String, String> form, boolean urgent) {
  public ApiCall {
    form = Map.copyOf(form);
  }

  /// A call that matters.
  public static ApiCall urgent(String method) {
    return new ApiCall(method, Map.of(), true);
  }

  /// A call that only shows progress.
  public static ApiCall passing(String method) {
    return new ApiCall(method, Map.of(), false);
  }

  public ApiCall with(String name, String value) {
    Map<String, String> longer = new LinkedHashMap<>(form);
    longer.put(name, value);
    return new ApiCall(method, longer, urgent);
  }

  public ApiCall with(String name, Optional<String> value) {
    return value.map(some -> with(name, some)).orElse(this);
  }

  /// Whether making the call twice does no more than making it once.
  boolean repeatable() {
    return switch (method) {
      case "auth.test",
          "users.info",
          "users.list",
          "usergroups.list",
          "files.info",
          "views.publish",
          "chat.update",
          "conversations.replies",
          "conversations.history",
          "conversations.info",
          "chat.getPermalink",
          "conversations.members",
          "assistant.threads.setStatus" ->
          true;
      default -> false;
    };
  }

  Optional<String> channel() {
    return Optional.ofNullable(form.get("channel"))
        .or(() -> Optional.ofNullable(form.get("channel_id")));
  }
}
