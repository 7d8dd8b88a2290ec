package dev.parley.command;

import dev.parley.message.Moment;
import dev.parley.message.Reply;
import dev.parley.quota.Grant;
import dev.parley.quota.LimitState;
import dev.parley.quota.LimitStates;
import dev.parley.quota.QuotaRule;
import dev.parley.quota.QuotaRules;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Shows the limits that hold for somebody here and, to admins, all rules.
public final class QuotaShowCommand implements Command {
  private final QuotaContext quotas;
  private final LimitStates states;

  public QuotaShowCommand(QuotaContext quotas, LimitStates states) {
    this.quotas = quotas;
    this.states = states;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("quota", "show"),
        "Shows the limits that hold for you here",
        List.of(),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    List<String> parts = new ArrayList<>();
    List<LimitState> mine = states(invocation);
    if (mine.isEmpty()) {
      parts.add("No limit holds for you here.");
    }
    mine.stream().map(LimitLines::of).forEach(parts::add);
    if (invocation.administers()) {
      parts.add(all(invocation));
    }
    return Reply.answer(String.join("\n\n", parts));
  }

  private List<LimitState> states(CommandInvocation invocation) {
    return invocation.administers()
        ? states.withWholeBot(QuotaContext.payer(invocation))
        : states.of(QuotaContext.payer(invocation));
  }

  private String all(CommandInvocation invocation) {
    QuotaRules rules = quotas.rules().of(invocation.place().tenant());
    List<String> byCommand =
        quotas.book().read(invocation.place().tenant(), quotas.now()).rules().stream()
            .map(QuotaRule::key)
            .toList();
    StringBuilder text = new StringBuilder("**All rules**\n");
    for (QuotaRule rule : rules.rules()) {
      text.append("\n- ")
          .append(Plain.text(rule.text()))
          .append(byCommand.contains(rule.key()) ? " (by command)" : " (from the settings file)");
    }
    for (Grant grant : rules.grants()) {
      text.append("\n- ").append(line(grant, quotas.zone(invocation)));
    }
    if (rules.rules().isEmpty()) {
      text.append("\nThere are none. `/quota set each user: $2 per day` makes one.");
    }
    quotas
        .book()
        .adminChannel(invocation.place().tenant())
        .ifPresentOrElse(
            channel ->
                text.append("\n\nAdmins are told in ").append(Plain.text(channel)).append('.'),
            () -> text.append("\n\nAdmins are told nowhere: `/quota admins here` changes that."));
    return text.toString();
  }

  private static String line(Grant grant, ZoneId zone) {
    return "granted to %s besides: %s per %s, until %s"
        .formatted(
            Plain.text(grant.account()),
            grant.unit().text(grant.amount()),
            grant.window().word(),
            Moment.markdown(grant.expires(), zone));
  }
}
