package dev.parley.testkit.slack;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// The workspaces of a fake.
final class SlackWorkspaces {
  private final Map<String, SlackWorkspace> all = new ConcurrentSkipListMap<>();

  SlackWorkspace get(String id, Backstage backstage) {
    return all.computeIfAbsent(id, it -> new SlackWorkspace(it, backstage));
  }

  Optional<SlackWorkspace> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /// The workspace that gave out this token, code or refresh token, valid or not any more.
  Optional<SlackWorkspace> thatIssued(String secret) {
    return all.values().stream().filter(it -> it.installation().issued(secret)).findFirst();
  }

  Optional<SlackWorkspace> withToken(String token) {
    return thatIssued(token).filter(it -> it.installation().problem(token).isEmpty());
  }

  /// The workspace that the token is valid for; throws [SlackRefusedException].
  SlackWorkspace authenticated(String token) {
    if (token.isEmpty()) {
      throw new SlackRefusedException("not_authed");
    }
    if (token.startsWith("xapp-")) {
      throw new SlackRefusedException("not_allowed_token_type");
    }
    SlackWorkspace workspace =
        thatIssued(token).orElseThrow(() -> new SlackRefusedException("invalid_auth"));
    String problem = workspace.installation().problem(token);
    if (!problem.isEmpty()) {
      throw new SlackRefusedException(problem);
    }
    return workspace;
  }
}
