package dev.parley.slack.text;

import java.util.regex.Pattern;

/// A mention that the adapter itself means: the only one that reaches people.
public record SlackMention(String user) {
  private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,31}");

  public SlackMention {
    if (!USER.matcher(user).matches()) {
      throw new IllegalArgumentException("not the id of a person in Slack: " + user);
    }
  }

  /// The token that Slack turns into the person's name.
  String token() {
    return "<@" + user + ">";
  }
}
