package dev.parley.slack.reply;

import java.util.List;

/// How CommonMark becomes what Slack shows, with nothing in it that calls people or lures them.
public interface Rendering {
  /// A text for one message.
  ///
  /// @param markdown for a markdown block
  /// @param fallback for notifications, and for what shows no blocks
  record Part(String markdown, String fallback) {}

  /// The whole text in parts that one message takes each; nothing is lost.
  List<Part> parts(String markdown);

  /// As much of a growing text as can be shown already: what was shown before stays its beginning.
  String growing(String markdown);
}
