package dev.parley.command;

import dev.parley.message.Moment;
import dev.parley.quota.LimitState;
import dev.parley.quota.QuotaUnit;

/// A limit as people are shown it: a bar, what is left, and when it ends.
final class LimitLines {
  private static final int BAR = 10;

  private LimitLines() {}

  /// A limit of whoever asks, or a common one.
  static String of(LimitState state) {
    return of(state, state.limit().whose());
  }

  /// A limit that holds for somebody else.
  static String ofOther(LimitState state) {
    return of(state, state.limit().whoseElse());
  }

  private static String of(LimitState state, String whose) {
    QuotaUnit unit = state.limit().unit();
    String anew = Moment.markdown(state.limit().span().end(), state.limit().zone());
    String end =
        state.left() == 0
            ? "Nothing is left; it begins anew " + anew + "."
            : unit.text(state.left()) + " left; it begins anew " + anew + ".";
    String forecast =
        state
            .runsOut()
            .filter(_ -> state.left() > 0)
            .map(
                out ->
                    (state.limit().counter().isOfWholeBot()
                            ? " At the pace so far it runs out "
                            : " At today's pace it runs out ")
                        + Moment.markdown(out, state.limit().zone())
                        + ".")
            .orElse("");
    return "`%s` %d%% of %s, %s: %s%s"
        .formatted(
            bar(state.percent()),
            state.percent(),
            whose,
            state.limit().rule().limit(),
            end,
            forecast);
  }

  private static String bar(int percent) {
    int full = Math.min(BAR, (percent * BAR + 99) / 100);
    return "▓".repeat(full) + "░".repeat(BAR - full);
  }
}
