package dev.parley.slack.workspace;

import dev.parley.slack.api.SlackCallException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What this workspace does not let the bot do, as its refusals taught: such a method is not tried
/// again, until the next start.
public final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final Set<String> FOR_GOOD =
      Set.of(
          "unknown_method",
          "missing_scope",
          "method_deprecated",
          "deprecated_endpoint",
          "feature_not_enabled",
          "not_allowed",
          "access_denied",
          "no_permission",
          "team_access_not_granted",
          "ekm_access_denied");

  private final Set<String> methods = ConcurrentHashMap.newKeySet();

  public boolean allows(String method) {
    return !methods.contains(method);
  }

  /// From now on it is not tried.
  public void doWithout(String what) {
    if (methods.add(what)) {
      LOG.warn("Slack refuses {}; the bot does without", what);
    }
  }

  public void learn(SlackCallException refused) {
    if (refused.isRefusal()
        && FOR_GOOD.contains(refused.error())
        && methods.add(refused.method())) {
      LOG.warn("Slack refuses {} ({}); the bot does without it", refused.method(), refused.error());
    }
  }
}
