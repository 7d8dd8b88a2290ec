package dev.parley.slack.text;

import dev.parley.message.Draft;
import dev.parley.message.PlainMoments;

/// An answer on its way into a stream of Slack: what was appended cannot be taken back, so a piece
/// is given out when it is clear that it is harmless and whole. Used by one thread.
public final class SlackStreamText {
  private final StringBuilder source = new StringBuilder();
  private int given;

  /// Takes more of the answer.
  ///
  /// @return what can be appended now; often empty
  public String take(String delta) {
    source.append(delta);
    String soFar = source.toString();
    PlainMoments clear = PlainMoments.of(soFar.substring(0, Draft.of(soFar).settled().length()));
    return give(clear, Disarmed.settledLength(clear.text()));
  }

  /// The rest, at the answer's end.
  public String rest() {
    PlainMoments all = PlainMoments.of(source.toString());
    return give(all, all.text().length());
  }

  private String give(PlainMoments plain, int end) {
    int start = plain.before(given);
    if (end <= start) {
      return "";
    }
    String broken = UnsafeLinks.broken(plain.text().substring(0, end));
    String safe = Disarmed.between(broken, start, end);
    given = plain.origin(end);
    return safe;
  }

  /// How much of the answer was given out, in its own characters.
  public int given() {
    return given;
  }
}
