package dev.parley.command;

import dev.parley.message.Reply;
import dev.parley.quota.QuotaRule;
import java.util.List;
import java.util.Locale;

/// Drops a limit that was set by command; where the settings file has one for the same, that holds
/// again.
public final class QuotaClearCommand implements Command {
  private final QuotaContext quotas;

  public QuotaClearCommand(QuotaContext quotas) {
    this.quotas = quotas;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("quota", "clear"),
        "Drops a limit that was set by command",
        List.of(CommandOption.suggested("rule", "the rule, or how it begins", true)),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.ADMINS);
  }

  @Override
  public List<String> suggestions(String option, CommandInvocation invocation) {
    return byCommand(invocation).stream().map(QuotaRule::text).toList();
  }

  private List<QuotaRule> byCommand(CommandInvocation invocation) {
    return quotas.book().read(invocation.place().tenant(), quotas.now()).rules();
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    String wanted = invocation.option("rule").orElseThrow().strip().toLowerCase(Locale.ROOT);
    List<QuotaRule> rules = byCommand(invocation);
    List<QuotaRule> meant =
        rules.stream()
            .filter(rule -> rule.text().toLowerCase(Locale.ROOT).startsWith(wanted))
            .toList();
    if (meant.size() != 1) {
      return Reply.notice(
          (meant.isEmpty() ? "No rule set by command begins so." : "Several rules begin so.")
              + (rules.isEmpty() ? " There are none." : " There are:" + list(rules)));
    }
    QuotaRule rule = meant.getFirst();
    quotas
        .book()
        .clear(
            invocation.place().tenant(),
            rule,
            quotas.deed(invocation, "cleared the rule " + rule.text()));
    quotas.rules().changed(invocation.place().tenant());
    return Reply.answer("Cleared: **" + Plain.text(rule.text()) + "**.");
  }

  private static String list(List<QuotaRule> rules) {
    StringBuilder text = new StringBuilder();
    rules.forEach(rule -> text.append("\n- ").append(Plain.text(rule.text())));
    return text.toString();
  }
}
