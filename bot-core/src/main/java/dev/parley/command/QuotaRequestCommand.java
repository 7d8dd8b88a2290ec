package dev.parley.command;

import dev.parley.command.Announcements.Outcome;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.quota.LimitState;
import dev.parley.quota.LimitStates;
import dev.parley.quota.QuotaBook.Wish;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Asks the admins for more of a limit.
public final class QuotaRequestCommand implements Command {
  private final QuotaContext quotas;
  private final LimitStates states;
  private final Announcements announcements;
  private final RandomGenerator random;

  public QuotaRequestCommand(
      QuotaContext quotas,
      LimitStates states,
      Announcements announcements,
      RandomGenerator random) {
    this.quotas = quotas;
    this.states = states;
    this.announcements = announcements;
    this.random = random;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("quota", "request"),
        "Asks the admins for more",
        List.of(CommandOption.suggested("limit", "of which limit; else of the fullest one", false)),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  @Override
  public List<String> suggestions(String option, CommandInvocation invocation) {
    return states.of(QuotaContext.payer(invocation)).stream()
        .map(state -> state.limit().handle())
        .distinct()
        .toList();
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    Optional<String> handle = invocation.option("limit").map(String::strip);
    Optional<LimitState> state =
        states.of(QuotaContext.payer(invocation)).stream()
            .filter(known -> handle.isEmpty() || known.limit().handle().equals(handle.get()))
            .max(Comparator.comparingInt(LimitState::percent));
    return state
        .map(found -> asked(found, invocation))
        .orElseGet(
            () ->
                Reply.notice(
                    handle.isEmpty()
                        ? "No limit holds for you here."
                        : "No such limit holds for you. `/quota show` lists those that do."));
  }

  private Reply asked(LimitState state, CommandInvocation invocation) {
    byte[] id = new byte[4];
    random.nextBytes(id);
    Wish wish =
        new Wish(
            HexFormat.of().formatHex(id),
            invocation.author().id(),
            invocation.author().name(),
            state.limit().account(),
            state.limit().unit(),
            state.limit().rule().window(),
            state.limit().cap(),
            quotas.now());
    String what =
        "asked for more of " + state.limit().account() + " " + state.limit().rule().limit();
    quotas.book().ask(invocation.place().tenant(), wish, quotas.deed(invocation, what));
    boolean told =
        announcements.toAdmins(invocation.place().tenant(), question(wish, state)) == Outcome.SAID;
    return Reply.answer(
        told
            ? "The admins were asked. You will hear from them."
            : "I kept your wish (`%s`), but have nowhere to tell the admins. Somebody who manages this place can answer it by `/quota approve %s`, and choose a channel for such questions by `/quota admins here`."
                .formatted(wish.id(), wish.id()));
  }

  private static Reply question(Wish wish, LimitState state) {
    String amount = wish.unit().text(state.limit().rule().most());
    return Reply.answer(
            "**%s** asks for more of %s, %s; %s of it are spent. Granted, it is %s more until it begins anew."
                .formatted(
                    Plain.text(wish.name()),
                    state.limit().isOf(wish.by())
                        ? "their limit"
                        : "the limit of " + Plain.text(wish.account().replace('/', ' ')),
                    state.limit().rule().limit(),
                    wish.unit().text(state.spent()),
                    amount))
        .withActions(
            List.of(
                new ReplyAction(
                    "Grant " + amount, "/quota approve " + wish.id(), ReplyAction.Style.PRIMARY),
                new ReplyAction(
                    "Decline", "/quota decline " + wish.id(), ReplyAction.Style.DANGER)));
  }
}
