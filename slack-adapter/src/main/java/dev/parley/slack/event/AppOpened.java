package dev.parley.slack.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.slack.workspace.Workspace;

/// What follows where somebody opens the app.
@FunctionalInterface
public interface AppOpened {
  /// Does what follows, and does not hold the event up.
  ///
  /// @param event that tells what was opened
  void opened(Workspace workspace, String tenant, JsonNode event);
}
