package dev.parley.command;

import dev.parley.message.Moment;
import dev.parley.quota.LimitState;
import dev.parley.quota.QuotaUnit;

/// A limit as people are shown it: a bar, what is left, and when it ends.
final class LimitLines {
  private static final int BAR = 10;

  private LimitLines() {}

  static String of(LimitState state) {
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
                    " At today's pace it runs out "
                        + Moment.markdown(out, state.limit().zone())
                        + ".")
            .orElse("");
    return "`%s` %d%% of %s, %s: %s%s"
        .formatted(
            bar(state.percent()),
            state.percent(),
            state.limit().whose(),
            state.limit().rule().limit(),
            end,
            forecast);
  }

  private static String bar(int percent) {
    int full = Math.min(BAR, (percent * BAR + 99) / 100);
    return "▓".repeat(full) + "░".repeat(BAR - full);
  }
}
