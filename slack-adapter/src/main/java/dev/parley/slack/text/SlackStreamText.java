package dev.parley.slack.text;

import dev.parley.message.Draft;

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
    int clear = Draft.of(soFar).settled().length();
    return give(soFar, Disarmed.settledLength(soFar.substring(0, clear)));
  }

  /// The rest, at the answer's end.
  public String rest() {
    return give(source.toString(), source.length());
  }

  private String give(String soFar, int end) {
    if (end <= given) {
      return "";
    }
    String broken = UnsafeLinks.broken(soFar.substring(0, end));
    String safe = Disarmed.between(broken, given, end);
    given = end;
    return safe;
  }

  /// How much of the answer was given out, in its own characters.
  public int given() {
    return given;
  }
}
