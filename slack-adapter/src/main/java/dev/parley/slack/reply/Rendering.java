package dev.parley.slack.reply;

import dev.parley.slack.text.TextBlock;
import java.util.List;

/// How CommonMark becomes what Slack shows, with nothing in it that calls people or lures them.
public interface Rendering {
  /// A text for one message.
  ///
  /// @param blocks that show it
  /// @param markdown for a stream, and for what takes no blocks
  /// @param fallback for notifications, and for what shows no blocks
  record Part(List<TextBlock> blocks, String markdown, String fallback) {
    public Part {
      blocks = List.copyOf(blocks);
    }
  }

  /// The whole text in parts that one message takes each; nothing is lost.
  List<Part> parts(String markdown);

  /// As much of a growing text as can be shown already: what was shown before stays its beginning.
  String growing(String markdown);
}
