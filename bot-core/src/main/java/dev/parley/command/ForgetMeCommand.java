package dev.parley.command;

import dev.parley.conversation.Erased;
import dev.parley.conversation.PersonalRecords;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.message.Reply;
import java.util.ArrayList;
import java.util.List;

/// Erases what is kept of whoever asks for it, and of nobody else.
public final class ForgetMeCommand implements Command {
  private static final String CONFIRM = "confirm";
  private static final String YES = "yes";
  private static final String WHAT =
      """
      This erases what I keep of you in this workspace, server or direct chat, for good:

      - your questions with their answers, in every conversation here, and those that still wait; \
      what I am answering you right now is stopped and taken back
      - summaries of conversations that you took part in
      - files that nobody else sent, and what you uploaded to the web chat
      - your posts in the web chat, and the answers to them
      - your ratings of answers
      - calls of tools that wait for an approval, or waited for one, of your questions
      - documents that I know for you alone, messages that you added as documents, and those that \
      I was still to read for you; your name with all others
      - the settings of your direct messages with me

      What stays:

      - messages and answers in Slack or Discord, which keep them themselves: delete them there. \
      Where I am called into a thread with messages of yours, I read them anew
      - what others said or asked, also about you, and what I answered them
      - what documents say of you
      - what was spent, as amounts without your name
      - settings of channels
      - what admins read in the audit: who changed limits, and which tools changed something for whom
      - ids of messages, so that none is answered twice, for a while

      It cannot be undone. To go ahead: `/forget-me confirm:yes`""";
  private static final String BROKEN_OFF =
      "I lost the connection to my memory before the end, so some of it may still be there. "
          + "Please ask again in a minute: I go on where I was.";

  private final List<PersonalRecords> records;

  /// @param records all places where something of single people is kept
  public ForgetMeCommand(List<PersonalRecords> records) {
    this.records = List.copyOf(records);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("forget-me"),
        "Erases what I keep of you here",
        List.of(
            CommandOption.choice(
                CONFIRM, "yes erases it; without it I tell what would go", false, List.of(YES))),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    if (invocation.option(CONFIRM).filter(YES::equals).isEmpty()) {
      return Reply.notice(WHAT);
    }
    try {
      return told(erased(invocation));
    } catch (StoreUnavailableException away) {
      return Reply.failure(BROKEN_OFF);
    }
  }

  private Erased erased(CommandInvocation invocation) {
    return records.stream()
        .map(record -> record.forget(invocation.place().tenant(), invocation.author().id()))
        .reduce(Erased.NOTHING, Erased::and);
  }

  private static Reply told(Erased erased) {
    List<String> went = new ArrayList<>();
    for (Erased.Kind kind : Erased.Kind.values()) {
      if (erased.count(kind) > 0) {
        went.add("- " + erased.count(kind) + " " + named(kind, erased.count(kind)));
      }
    }
    String all =
        went.isEmpty() ? "There was nothing of you to erase." : "Erased:\n\n" + lines(went);
    return erased.unfinished() == 0 ? Reply.answer(all) : Reply.notice(all + "\n\n" + unfinished());
  }

  private static String lines(List<String> went) {
    return String.join("\n", went);
  }

  private static String unfinished() {
    return "I am still taking back what I was answering you. Ask again in a minute, to be sure that"
        + " it is gone as well.";
  }

  private static String named(Erased.Kind kind, int count) {
    return switch (kind) {
      case EXCHANGE -> count == 1 ? "question with its answer" : "questions with their answers";
      case READING -> count == 1 ? "reading of a thread" : "readings of threads";
      case WAITING -> count == 1 ? "question without an answer" : "questions without an answer";
      case SUMMARY -> count == 1 ? "summary" : "summaries";
      case PAST_TURN -> count == 1 ? "record behind buttons" : "records behind buttons";
      case RATING -> count == 1 ? "rating" : "ratings";
      case FILE -> count == 1 ? "file" : "files";
      case UPLOAD -> count == 1 ? "upload" : "uploads";
      case POST -> count == 1 ? "post" : "posts";
      case CALL -> count == 1 ? "call of a tool" : "calls of tools";
      case DOCUMENT -> count == 1 ? "document" : "documents";
      case DOCUMENT_NAME -> count == 1 ? "name with a document" : "names with documents";
      case SETTING -> count == 1 ? "setting" : "settings";
    };
  }
}
