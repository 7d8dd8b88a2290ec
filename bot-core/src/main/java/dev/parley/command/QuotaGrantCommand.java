package dev.parley.command;

import dev.parley.message.Moment;
import dev.parley.message.Reply;
import dev.parley.quota.Grant;
import dev.parley.quota.GrantLine;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Grants more than a limit says, for some time.
public final class QuotaGrantCommand implements Command {
  private final QuotaContext quotas;

  public QuotaGrantCommand(QuotaContext quotas) {
    this.quotas = quotas;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("quota", "grant"),
        "Grants more than a limit says, for some time",
        List.of(CommandOption.text("grant", "such as: user @ada $5 per day for 2d", true)),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.ADMINS);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    Optional<Grant> read =
        GrantLine.read(
            quotas
                .people()
                .resolved(invocation.place().tenant(), invocation.option("grant").orElseThrow()),
            UUID.randomUUID().toString(),
            quotas.now(),
            quotas.zone(invocation));
    if (read.isEmpty()) {
      return Reply.notice("That is no grant. A grant is: " + GrantLine.FORM + ".");
    }
    Grant grant = read.get();
    String told =
        "%s per %s more for %s"
            .formatted(
                grant.unit().text(grant.amount()),
                grant.window().word(),
                grant.account().replace('/', ' '));
    quotas
        .book()
        .grant(
            invocation.place().tenant(),
            grant,
            quotas.deed(invocation, "granted " + told + " until " + grant.expires()));
    quotas.rules().changed(invocation.place().tenant());
    return Reply.answer(
        "Granted: %s, until %s."
            .formatted(
                Plain.text(told), Moment.markdown(grant.expires(), quotas.zone(invocation))));
  }
}
