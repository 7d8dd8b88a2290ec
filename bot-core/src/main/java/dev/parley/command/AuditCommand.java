package dev.parley.command;

import dev.parley.message.Moment;
import dev.parley.message.Reply;
import dev.parley.quota.QuotaBook.Deed;
import java.util.List;
import java.util.stream.Collectors;

/// Shows who changed what about limits, and what tools did for whom.
public final class AuditCommand implements Command {
  private static final int SHOWN = 20;

  private final QuotaContext quotas;

  public AuditCommand(QuotaContext quotas) {
    this.quotas = quotas;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("audit"),
        "Shows who changed limits, and what tools did for whom",
        List.of(),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.ADMINS);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    List<Deed> deeds = quotas.book().deeds(invocation.place().tenant(), SHOWN);
    if (deeds.isEmpty()) {
      return Reply.answer("Nobody has changed limits yet, and no tool has changed anything.");
    }
    return Reply.answer(
        deeds.stream()
            .map(
                deed ->
                    "- %s: %s (`%s`) %s"
                        .formatted(
                            Moment.markdown(deed.at(), quotas.zone(invocation)),
                            Plain.text(deed.name()),
                            deed.by().value().replace("`", ""),
                            Plain.text(deed.what())))
            .collect(Collectors.joining("\n")));
  }
}
