package dev.parley.quota;

import java.util.Optional;

/// How much may be spent.
///
/// @param most in the unit; [#UNLIMITED] lifts a limit that would hold otherwise
/// @param cheaper which model goes on near the limit
/// @param share the part of it, in percent, that one person may take while others are active; 100
///     for all
public record QuotaRule(
    QuotaScope scope,
    long most,
    QuotaUnit unit,
    Window window,
    Optional<Cheaper> cheaper,
    int share) {
  public static final long UNLIMITED = Long.MAX_VALUE;

  /// The model that goes on near a limit.
  ///
  /// @param model that answers instead of the one that was chosen
  /// @param from percent of the limit
  public record Cheaper(String model, int from) {
    public Cheaper {
      if (model.isBlank() || from < 1 || from > 99) {
        throw new IllegalArgumentException("a cheaper model takes over from 1 to 99 percent on");
      }
    }
  }

  public QuotaRule {
    if (most < 0) {
      throw new IllegalArgumentException("a limit is not negative");
    }
    if (share < 1 || share > 100 || (share < 100 && !scope.shared())) {
      throw new IllegalArgumentException(
          "a share is 1 to 100 percent, of what several people spend from");
    }
  }

  public boolean limits() {
    return most != UNLIMITED;
  }

  /// What there is one rule for.
  ///
  /// @return also a name that storage can use
  public String key() {
    return scope.text() + " " + unit.word() + " " + window.word();
  }

  /// As people write it.
  public String text() {
    return scope.text()
        + ": "
        + limit()
        + cheaper.map(c -> ", then " + c.model() + " from " + c.from() + "%").orElse("")
        + (share < 100 ? ", share " + share + "%" : "");
  }

  /// The limit alone, such as `$2 per day`.
  public String limit() {
    return (limits() ? unit.exact(most) : "unlimited " + unitWord()) + " per " + window.word();
  }

  private String unitWord() {
    return unit == QuotaUnit.MONEY ? "USD" : unit.word();
  }
}
