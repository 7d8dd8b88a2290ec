package dev.parley.command;

import dev.parley.message.Reply;
import java.util.List;
import java.util.Optional;

/// Chooses where admins are told of limits and asked for more.
public final class QuotaAdminsCommand implements Command {
  private static final String HERE = "here";

  private final QuotaContext quotas;

  public QuotaAdminsCommand(QuotaContext quotas) {
    this.quotas = quotas;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("quota", "admins"),
        "Chooses where admins are told of limits",
        List.of(
            CommandOption.choice(
                "where", "in this channel, or nowhere", true, List.of(HERE, "nowhere"))),
        CommandSpec.Visibility.EVERYONE,
        CommandSpec.Access.ADMINS);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    boolean here = invocation.option("where").orElseThrow().equals(HERE);
    String channel = invocation.place().channel();
    quotas
        .book()
        .adminChannel(
            invocation.place().tenant(),
            here ? Optional.of(channel) : Optional.empty(),
            quotas.deed(
                invocation,
                here ? "lets admins be told in " + channel : "lets admins be told nowhere"));
    return Reply.answer(
        here
            ? "Admins are told here from now on: of limits that are nearly spent, and of wishes for more."
            : "Admins are told nowhere from now on.");
  }
}
