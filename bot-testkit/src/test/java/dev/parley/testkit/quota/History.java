package dev.parley.testkit.quota;

import dev.parley.quota.QuotaRule;
import dev.parley.quota.QuotaRules;
import dev.parley.quota.QuotaScope;
import dev.parley.quota.QuotaUnit;
import dev.parley.quota.Window;
import dev.parley.usage.Payer;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Some rules, and calls that are made under them at once.
record History(QuotaRules rules, List<Call> calls) {
  private static final int USERS = 4;
  private static final int CHANNELS = 2;

  /// How a call ends.
  enum Fate {
    EXACT,
    ESTIMATE,
    WORST,
    NOT_BILLED,
    /// Its process dies before it could settle.
    DIES,
    /// Its process settles long after others gave it up.
    LATE
  }

  /// A call.
  ///
  /// @param minutesAgo when it began
  /// @param percent how much of its worst case it takes
  /// @param repeated whether each of its steps is done twice
  record Call(
      int user,
      int channel,
      int minutesAgo,
      int prompt,
      int output,
      Fate fate,
      int percent,
      boolean repeated) {
    Payer payer(String tenant) {
      return History.payer(tenant, user, channel);
    }
  }

  /// Two of the four persons are in a group.
  private static Payer payer(String tenant, int user, int channel) {
    String[] groups = user < 2 ? new String[] {"G1"} : new String[0];
    return Bids.payer(tenant, "C" + channel, "U" + user, groups);
  }

  static Arbitrary<History> any() {
    Arbitrary<QuotaRules> rules =
        rule().list().ofMinSize(1).ofMaxSize(6).map(list -> QuotaRules.NONE.with(list, List.of()));
    return Combinators.combine(rules, call().list().ofMinSize(5).ofMaxSize(30)).as(History::new);
  }

  private static Arbitrary<QuotaRule> rule() {
    Arbitrary<QuotaScope> scopes =
        Arbitraries.of(
            new QuotaScope(QuotaScope.Kind.EACH_USER, ""),
            new QuotaScope(QuotaScope.Kind.EACH_USER_OF, "G1"),
            new QuotaScope(QuotaScope.Kind.USER, "U0"),
            new QuotaScope(QuotaScope.Kind.GROUP, "G1"),
            new QuotaScope(QuotaScope.Kind.EACH_CHANNEL, ""),
            new QuotaScope(QuotaScope.Kind.CHANNEL, "C0"),
            new QuotaScope(QuotaScope.Kind.WORKSPACE, ""),
            new QuotaScope(QuotaScope.Kind.BOT, ""));
    return Combinators.combine(
            scopes,
            Arbitraries.of(QuotaUnit.class),
            Arbitraries.of(Window.class),
            Arbitraries.integers().between(1, 20),
            Arbitraries.integers().between(10, 100))
        .as(
            (scope, unit, window, calls, share) ->
                new QuotaRule(
                    scope,
                    calls * size(unit),
                    unit,
                    window,
                    Optional.empty(),
                    scope.shared() ? share : 100));
  }

  /// What a call takes at most, about.
  private static long size(QuotaUnit unit) {
    return switch (unit) {
      case REQUESTS -> 1;
      case TOKENS -> 311;
      case MONEY -> 733;
    };
  }

  private static Arbitrary<Call> call() {
    return Combinators.combine(
            Arbitraries.integers().between(0, USERS - 1),
            Arbitraries.integers().between(0, CHANNELS - 1),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(1, 300),
            Arbitraries.integers().between(1, 300),
            Arbitraries.of(Fate.class),
            Arbitraries.integers().between(0, 100),
            Arbitraries.of(true, false))
        .as(Call::new);
  }
}
