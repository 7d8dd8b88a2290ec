package dev.parley.slack.workspace;

import java.util.Optional;

/// Who may use the bot besides the members of the workspace.
///
/// @param sharedChannels whether it may be used in channels that are shared with other companies
///     (Slack Connect), and by their people
/// @param guests whether guests of the workspace may use it
public record Access(boolean sharedChannels, boolean guests) {
  private static final String SHARED =
      "I do not take part in channels that are shared with other companies.";
  private static final String STRANGERS = "I only talk to people of this workspace.";
  private static final String GUESTS = "I do not talk to guests of this workspace.";
  private static final String NOBODY_KNOWS =
      "I could not find out whether you are a member of this workspace, so I must not answer.";

  /// Why somebody may not use the bot in a channel of which no event tells more; empty where they
  /// may. Blocks while Slack is asked.
  public Optional<String> refusal(Workspace workspace, String user, String channel) {
    return refusal(
        workspace.people().person(user), !sharedChannels && workspace.channels().isShared(channel));
  }

  /// Whether the bot may be used in a channel at all.
  ///
  /// @param shared whether it is shared with other companies
  public boolean admits(boolean shared) {
    return !shared || sharedChannels;
  }

  /// Why somebody may not use the bot; empty where they may.
  ///
  /// @param shared whether the channel is shared with other companies
  public Optional<String> refusal(Person person, boolean shared) {
    if (!admits(shared)) {
      return Optional.of(SHARED);
    }
    return switch (person.standing()) {
      case MEMBER -> Optional.empty();
      case STRANGER -> sharedChannels ? Optional.empty() : Optional.of(STRANGERS);
      case GUEST -> guests ? Optional.empty() : Optional.of(GUESTS);
      case UNKNOWN -> sharedChannels && guests ? Optional.empty() : Optional.of(NOBODY_KNOWS);
    };
  }
}
