package dev.parley.quota;

import dev.parley.usage.Payer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The rules and grants of a tenant.
public record QuotaRules(List<QuotaRule> rules, List<Grant> grants) {
  public static final QuotaRules NONE = new QuotaRules(List.of(), List.of());

  private static final List<Window> COUNTED = List.of(Window.DAY, Window.WEEK, Window.MONTH);

  public QuotaRules {
    rules = List.copyOf(rules);
    grants = List.copyOf(grants);
  }

  /// These rules with others on top: of two for the same thing the other one holds.
  public QuotaRules with(Collection<QuotaRule> others, List<Grant> given) {
    Map<String, QuotaRule> all = new LinkedHashMap<>();
    Stream.concat(rules.stream(), others.stream()).forEach(rule -> all.put(rule.key(), rule));
    return new QuotaRules(List.copyOf(all.values()), given);
  }

  /// Whether any rule is about roles or user groups.
  public boolean nameGroups() {
    return rules.stream()
        .map(rule -> rule.scope().kind())
        .anyMatch(kind -> kind == QuotaScope.Kind.GROUP || kind == QuotaScope.Kind.EACH_USER_OF);
  }

  /// The limits that hold for somebody now.
  public List<AppliedLimit> limits(Payer payer, Instant now, ZoneId zone) {
    List<AppliedLimit> limits = new ArrayList<>();
    for (QuotaUnit unit : QuotaUnit.values()) {
      for (Window window : Window.values()) {
        List<QuotaRule> same =
            rules.stream().filter(rule -> rule.unit() == unit && rule.window() == window).toList();
        Stream.concat(
                Stream.of(personal(same, payer), channel(same, payer)).flatMap(Optional::stream),
                same.stream().filter(rule -> common(rule, payer)))
            .filter(QuotaRule::limits)
            .forEach(rule -> limits.add(applied(rule, payer, now, zone)));
      }
    }
    return limits;
  }

  /// What is counted whenever somebody spends: also what no rule limits yet.
  public Set<Counter> counters(Payer payer, Instant now, ZoneId zone) {
    Set<Counter> counters = new LinkedHashSet<>();
    for (Window window : COUNTED) {
      Span span = window.at(now, zone);
      counters.add(new Counter(Counter.user(payer.user().value()), span));
      counters.add(new Counter(Counter.channel(payer.channel()), span));
      counters.add(new Counter(Counter.WORKSPACE, span));
    }
    limits(payer, now, zone).forEach(limit -> counters.add(limit.counter()));
    return counters;
  }

  private static Optional<QuotaRule> personal(List<QuotaRule> rules, Payer payer) {
    return named(rules, QuotaScope.Kind.USER, payer.user().value())
        .or(
            () ->
                rules.stream()
                    .filter(rule -> rule.scope().kind() == QuotaScope.Kind.EACH_USER_OF)
                    .filter(rule -> payer.groups().contains(rule.scope().id()))
                    .max(Comparator.comparingLong(QuotaRule::most)))
        .or(() -> named(rules, QuotaScope.Kind.EACH_USER, ""));
  }

  private static Optional<QuotaRule> channel(List<QuotaRule> rules, Payer payer) {
    return named(rules, QuotaScope.Kind.CHANNEL, payer.channel())
        .or(() -> named(rules, QuotaScope.Kind.EACH_CHANNEL, ""));
  }

  private static Optional<QuotaRule> named(List<QuotaRule> rules, QuotaScope.Kind kind, String id) {
    return rules.stream().filter(rule -> rule.scope().equals(new QuotaScope(kind, id))).findFirst();
  }

  private static boolean common(QuotaRule rule, Payer payer) {
    return switch (rule.scope().kind()) {
      case GROUP -> payer.groups().contains(rule.scope().id());
      case WORKSPACE, BOT -> true;
      case EACH_USER, EACH_USER_OF, USER, EACH_CHANNEL, CHANNEL -> false;
    };
  }

  private AppliedLimit applied(QuotaRule rule, Payer payer, Instant now, ZoneId zone) {
    String account = account(rule, payer);
    long granted =
        grants.stream()
            .filter(grant -> grant.raises(rule, account, now))
            .mapToLong(Grant::amount)
            .sum();
    ZoneId counted = rule.scope().kind() == QuotaScope.Kind.BOT ? ZoneId.of("UTC") : zone;
    return new AppliedLimit(
        rule,
        account,
        rule.window().at(now, counted),
        counted,
        Math.addExact(rule.most(), granted));
  }

  private static String account(QuotaRule rule, Payer payer) {
    return switch (rule.scope().kind()) {
      case EACH_USER, EACH_USER_OF, USER -> Counter.user(payer.user().value());
      case EACH_CHANNEL, CHANNEL -> Counter.channel(payer.channel());
      case GROUP -> Counter.group(rule.scope().id());
      case WORKSPACE -> Counter.WORKSPACE;
      case BOT -> Counter.BOT;
    };
  }
}
