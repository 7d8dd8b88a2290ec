package dev.parley.turn;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of a tool call in the journal of its turn.
record CallName(int round, int call) implements Comparable<CallName> {
  private static final Pattern BEGUN = Pattern.compile("round-(\\d{1,9})-call-(\\d{1,9})-begun");
  private static final Comparator<CallName> ORDER =
      Comparator.comparingInt(CallName::round).thenComparingInt(CallName::call);

  /// Under which it is noted that it began. The scripts know it by its ending.
  String begun() {
    return result() + "-begun";
  }

  /// Under which its result is noted.
  String result() {
    return "round-%d-call-%d".formatted(round, call);
  }

  /// The call that this is noted of to have begun; empty where it is another note.
  static Optional<CallName> ofBegun(String note) {
    Matcher parts = BEGUN.matcher(note);
    return parts.matches()
        ? Optional.of(
            new CallName(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(CallName other) {
    return ORDER.compare(this, other);
  }
}
