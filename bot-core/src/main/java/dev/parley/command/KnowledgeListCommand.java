package dev.parley.command;

import dev.parley.knowledge.JobState;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Lists the documents that somebody may see, and those that are being read in.
final class KnowledgeListCommand implements Command {
  private static final int PAGE = 15;
  private static final int MOST_JOBS = 10;
  private static final String WHICH = "which";

  private final KnowledgeContext knowledge;
  private final KnowledgeChoice choice;

  KnowledgeListCommand(KnowledgeContext knowledge) {
    this.knowledge = knowledge;
    this.choice = new KnowledgeChoice(knowledge);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("knowledge", "list"),
        "Lists the documents that I answer from, and those that are being read",
        List.of(CommandOption.text(WHICH, "a page of the list, or words of the title", false)),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    String which = invocation.option(WHICH).orElse("").strip();
    boolean isPage = which.matches("\\d{1,4}");
    List<KnowledgeDesk.Entry> entries =
        choice.visible(invocation).stream().filter(entry -> isPage || fits(entry, which)).toList();
    int pages = Math.max(1, (entries.size() + PAGE - 1) / PAGE);
    int page = isPage ? Math.clamp(Integer.parseInt(which), 1, pages) : 1;
    String jobs = page == 1 && (which.isEmpty() || isPage) ? jobs(invocation) : "";
    return Reply.answer(documents(invocation, entries, page, pages) + jobs)
        .withActions(turning(page, pages, isPage || which.isEmpty()));
  }

  private static boolean fits(KnowledgeDesk.Entry entry, String words) {
    String told = entry.document().id() + " " + entry.document().title();
    return told.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }

  private String documents(
      CommandInvocation invocation, List<KnowledgeDesk.Entry> entries, int page, int pages) {
    if (entries.isEmpty()) {
      return "There are no documents that you can see here. `/knowledge add` adds some.";
    }
    KnowledgeLines lines = new KnowledgeLines(knowledge, invocation);
    StringBuilder all =
        new StringBuilder(
            "%,d %s%s:\n"
                .formatted(
                    entries.size(),
                    entries.size() == 1 ? "document" : "documents",
                    pages > 1 ? ", page %d of %d".formatted(page, pages) : ""));
    entries.stream()
        .skip((page - 1L) * PAGE)
        .limit(PAGE)
        .forEach(entry -> all.append("\n- ").append(lines.line(entry)));
    return all.toString();
  }

  private String jobs(CommandInvocation invocation) {
    KnowledgeRights rights = knowledge.rights(invocation);
    List<JobState> told =
        knowledge.desk().jobs(invocation.place().tenant()).stream()
            .filter(rights::maySee)
            .filter(state -> !state.isOver() || state.stage() == JobState.Stage.FAILED)
            .toList();
    if (told.isEmpty()) {
      return "";
    }
    StringBuilder all = new StringBuilder("\n\nBeing read, or failed within the last day:\n");
    told.stream()
        .limit(MOST_JOBS)
        .forEach(state -> all.append("\n- ").append(KnowledgeLines.line(state)));
    if (told.size() > MOST_JOBS) {
      all.append("\n- and %,d more".formatted(told.size() - MOST_JOBS));
    }
    return all.toString();
  }

  private static List<ReplyAction> turning(int page, int pages, boolean whole) {
    List<ReplyAction> actions = new ArrayList<>();
    if (whole) {
      Optional.of(page - 1).filter(it -> it >= 1).ifPresent(it -> actions.add(turn("Back", it)));
      Optional.of(page + 1)
          .filter(it -> it <= pages)
          .ifPresent(it -> actions.add(turn("More", it)));
    }
    return actions;
  }

  private static ReplyAction turn(String label, int page) {
    return new ReplyAction(label, "/knowledge list " + page, ReplyAction.Style.PLAIN);
  }
}
