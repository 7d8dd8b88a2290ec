package dev.parley.command;

import dev.parley.message.Reply;
import dev.parley.quota.QuotaLine;
import dev.parley.quota.QuotaRule;
import dev.parley.quota.QuotaScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Sets a limit.
public final class QuotaSetCommand implements Command {
  private static final List<String> EXAMPLES =
      List.of(
          "each user: $2 per day",
          "each user: 100 requests per day",
          "each channel: $10 per month, share 50%",
          "workspace: $100 per month");

  private final QuotaContext quotas;
  private final Set<String> priced;

  /// @param priced the models that have a price
  public QuotaSetCommand(QuotaContext quotas, Set<String> priced) {
    this.quotas = quotas;
    this.priced = Set.copyOf(priced);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("quota", "set"),
        "Sets how much may be spent",
        List.of(CommandOption.suggested("rule", "such as: each user: $2 per day", true)),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.ADMINS);
  }

  @Override
  public List<String> suggestions(String option, CommandInvocation invocation) {
    return EXAMPLES;
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    Optional<QuotaRule> read =
        QuotaLine.read(
            quotas
                .people()
                .resolved(invocation.place().tenant(), invocation.option("rule").orElseThrow()));
    if (read.isEmpty()) {
      return Reply.notice("That is no rule. A rule is: " + QuotaLine.FORM + ".");
    }
    QuotaRule rule = read.get();
    if (rule.scope().kind() == QuotaScope.Kind.BOT) {
      return Reply.notice(
          "Limits of the whole bot are set in its settings file, since it may serve others too.");
    }
    Optional<String> unpriced =
        rule.cheaper().map(QuotaRule.Cheaper::model).filter(model -> !priced.contains(model));
    if (unpriced.isPresent()) {
      return Reply.notice(
          "The model `%s` has no price in `prices.yaml`, so it cannot take over."
              .formatted(Plain.text(unpriced.get())));
    }
    quotas
        .book()
        .set(
            invocation.place().tenant(),
            rule,
            quotas.deed(invocation, "set the rule " + rule.text()));
    quotas.rules().changed(invocation.place().tenant());
    return Reply.answer("From now on: **" + Plain.text(rule.text()) + "**.");
  }
}
