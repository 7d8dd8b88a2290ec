package dev.parley.command;

import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.quota.QuotaSettings;
import dev.parley.quota.Window;
import dev.parley.usage.DayUse;
import dev.parley.usage.UsageLedger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Shows what was spent, and what may still be spent.
public final class UsageCommand implements Command {
  private static final String ME = "me";
  private static final String USER = "user";
  private static final String CHANNEL = "channel";
  private static final String WORKSPACE = "workspace";
  private static final String EXPORT = "export";

  private final UsageLedger ledger;
  private final UsageLimits limits;
  private final PeopleNames people;
  private final UsageFiles files;
  private final Directory directory;
  private final QuotaSettings settings;
  private final Clock clock;

  public UsageCommand(
      UsageLedger ledger,
      UsageLimits limits,
      PeopleNames people,
      UsageFiles files,
      Directory directory,
      QuotaSettings settings,
      Clock clock) {
    this.ledger = ledger;
    this.limits = limits;
    this.people = people;
    this.files = files;
    this.directory = directory;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("usage"),
        "Shows what was spent, and what may still be",
        List.of(
            CommandOption.choice(
                "what",
                "whose usage; export: all rows as a file",
                false,
                List.of(ME, USER, CHANNEL, WORKSPACE, EXPORT)),
            CommandOption.word(
                "when", DateRange.FORM, false, "today|yesterday|week|month|\\d{4}-.*"),
            CommandOption.choice("by", "how to split it", false, UsageSplit.words()),
            CommandOption.word("who", "the person, where user is asked for", false, ".+")),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  @Override
  public List<String> suggestions(String option, CommandInvocation invocation) {
    LocalDate today = today(invocation);
    return option.equals("when")
        ? List.of("today", "yesterday", "week", "month", today.withDayOfMonth(1) + ".." + today)
        : List.of();
  }

  /// What is asked for.
  ///
  /// @param user whose; empty: not one person's
  private record Question(String what, Optional<UserId> user, DateRange range, UsageSplit split) {}

  @Override
  public Reply run(CommandInvocation invocation) {
    String what =
        invocation.option("what").orElse(invocation.option("who").isPresent() ? USER : ME);
    if (!Set.of(ME, EXPORT).contains(what) && !invocation.administers()) {
      return Reply.notice("Only admins may see what others spend. `/usage` shows yours.");
    }
    String when = invocation.option("when").orElse("month");
    Optional<DateRange> range = DateRange.read(when, today(invocation));
    if (range.isEmpty()) {
      return Reply.notice(
          "`when` is %s; at most %d days.".formatted(DateRange.FORM, DateRange.MOST_DAYS));
    }
    Optional<UserId> user = user(what, invocation);
    if (what.equals(USER) && user.isEmpty()) {
      return Reply.notice("`/usage user` needs `who`: the person, as a mention or an id.");
    }
    UsageSplit split =
        invocation
            .option("by")
            .flatMap(UsageSplit::ofWord)
            .orElse(user.isPresent() ? UsageSplit.DAY : UsageSplit.USER);
    Question question = new Question(what, user, range.get(), split);
    return what.equals(EXPORT) ? export(question, invocation) : shown(question, invocation);
  }

  private Optional<UserId> user(String what, CommandInvocation invocation) {
    return switch (what) {
      case ME -> Optional.of(invocation.author().id());
      case USER -> invocation.option("who").map(who -> people.of(invocation.place().tenant(), who));
      case EXPORT ->
          invocation.administers() ? Optional.empty() : Optional.of(invocation.author().id());
      default -> Optional.empty();
    };
  }

  private Reply shown(Question question, CommandInvocation invocation) {
    List<DayUse> uses =
        ledger
            .days(invocation.place().tenant(), question.range().first(), question.range().last())
            .stream()
            .filter(included(question, invocation))
            .toList();
    UsageReport report =
        new UsageReport(
            title(question, invocation),
            question.range(),
            question.split(),
            uses,
            channelNames(invocation));
    List<String> parts = new ArrayList<>(List.of(report.summary()));
    parts.addAll(limitLines(question, invocation));
    report.table().ifPresent(parts::add);
    Reply reply = Reply.answer(String.join("\n\n", parts));
    List<ReplyFile> pictures = files.chart(invocation.place().tenant(), report).stream().toList();
    return pictures.isEmpty() ? reply : reply.with(pictures);
  }

  private static Predicate<DayUse> included(Question question, CommandInvocation invocation) {
    if (question.user().isPresent()) {
      return use -> use.person().user().equals(question.user().map(UserId::value));
    }
    return question.what().equals(CHANNEL)
        ? use -> use.channel().equals(invocation.place().channel())
        : _ -> true;
  }

  private String title(Question question, CommandInvocation invocation) {
    String whose =
        switch (question.what()) {
          case ME -> "Your usage";
          case USER -> "Usage of " + question.user().orElseThrow();
          case CHANNEL ->
              "Usage in "
                  + directory.channelName(
                      invocation.place().tenant(), invocation.place().channel());
          default -> "Usage of all here";
        };
    return whose + " " + question.range().words();
  }

  private List<String> limitLines(Question question, CommandInvocation invocation) {
    return switch (question.what()) {
      case ME -> limits.own(invocation);
      case USER -> limits.of(question.user().orElseThrow(), invocation);
      case CHANNEL -> limits.ofChannel(invocation);
      default -> limits.ofAll(invocation);
    };
  }

  private UnaryOperator<String> channelNames(CommandInvocation invocation) {
    return channel -> directory.channelName(invocation.place().tenant(), channel);
  }

  private Reply export(Question question, CommandInvocation invocation) {
    ZoneId zone = settings.zone(invocation.place().tenant());
    return files.export(
        invocation.place().tenant(),
        question.user(),
        question.range(),
        zone,
        channelNames(invocation));
  }

  private LocalDate today(CommandInvocation invocation) {
    return Window.day(clock.instant(), settings.zone(invocation.place().tenant()));
  }
}
