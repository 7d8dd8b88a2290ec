package dev.parley.engine;

import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.quota.Refusal;
import dev.parley.turn.TurnOutcome;
import dev.parley.turn.WaitingCall;
import java.util.List;
import java.util.stream.Collectors;

/// Words each ending of a turn for people.
public final class OutcomeWording {
  private OutcomeWording() {}

  /// @param files that belong to the answer
  /// @param notes sentences that people are told besides
  /// @param waiting calls that people are asked about
  static Reply reply(
      TurnOutcome outcome, List<ReplyFile> files, List<String> notes, List<WaitingCall> waiting) {
    if (waiting.isEmpty()) {
      return reply(outcome, files, notes);
    }
    TurnOutcome worded = captioned(outcome, ApprovalWording.caption(waiting));
    Reply reply = reply(worded, files, notes);
    return ApprovalWording.asking(reply, closed(reply.markdown()), waiting);
  }

  static Reply reply(TurnOutcome outcome, List<ReplyFile> files, List<String> notes) {
    Reply reply =
        files.isEmpty() ? reply(outcome) : reply(captioned(outcome, caption(files))).with(files);
    if (notes.isEmpty()) {
      return reply;
    }
    String told = notes.stream().map(OutcomeWording::plain).collect(Collectors.joining("\n\n"));
    return reply.saying(closed(reply.markdown()) + "\n\n" + told);
  }

  /// What comes without words gets some: nobody should wonder where the answer is.
  private static TurnOutcome captioned(TurnOutcome outcome, String caption) {
    return switch (outcome) {
      case TurnOutcome.Answered(String text) -> new TurnOutcome.Answered(or(text, caption));
      case TurnOutcome.Truncated(String text) -> new TurnOutcome.Truncated(or(text, caption));
      case TurnOutcome.CutOff(String text) -> new TurnOutcome.CutOff(or(text, caption));
      case TurnOutcome.Stopped(String text) -> new TurnOutcome.Stopped(or(text, caption));
      case TurnOutcome.Unfinished(String text) -> new TurnOutcome.Unfinished(or(text, caption));
      case TurnOutcome.Unaffordable(String text, Refusal why) ->
          new TurnOutcome.Unaffordable(or(text, caption), why);
      case TurnOutcome.Withheld _,
          TurnOutcome.Empty _,
          TurnOutcome.NoPicture _,
          TurnOutcome.NotRun _,
          TurnOutcome.NotInDocuments _,
          TurnOutcome.Failed _ ->
          outcome;
    };
  }

  private static String caption(List<ReplyFile> files) {
    boolean pictures =
        files.stream().allMatch(file -> file.file().mediaType().startsWith("image/"));
    if (pictures) {
      return files.size() == 1 ? "Here is the picture." : "Here are the pictures.";
    }
    return files.size() == 1 ? "Here is the file." : "Here are the files.";
  }

  private static String or(String text, String caption) {
    return text.isBlank() ? caption : text;
  }

  /// Names of files are not markup.
  private static String plain(String note) {
    return note.replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1");
  }

  public static Reply reply(TurnOutcome outcome) {
    return switch (outcome) {
      case TurnOutcome.Answered answered -> Reply.answer(answered.text());
      case TurnOutcome.Truncated truncated ->
          withNote(
              truncated.text(),
              "The answer reached its length limit here. Ask me to go on for the rest.",
              "The answer reached its length limit before any of it could be shown. "
                  + "Ask for a shorter one, or about a smaller part.");
      case TurnOutcome.CutOff cut ->
          withNote(
              cut.text(),
              "The answer broke off here: the connection to the model was lost. "
                  + "Ask me to go on for the rest.",
              "The connection to the model was lost before an answer came. Please ask again.");
      case TurnOutcome.Stopped stopped ->
          withNote(stopped.text(), "Stopped.", "Stopped before an answer came.");
      case TurnOutcome.Unfinished unfinished ->
          withNote(
              unfinished.text(),
              "The answer ends here: the model went on to call tools and came to no end. "
                  + "Ask me to go on for the rest.",
              "The model went on to call tools and came to no answer. "
                  + "Please ask again in other words, or about a smaller part.");
      case TurnOutcome.Withheld withheld -> withheld(withheld);
      case TurnOutcome.Empty _ ->
          Reply.notice("The model had no answer to that. Please ask again in other words.");
      case TurnOutcome.NoPicture(TurnOutcome.Missing why, String text) ->
          Reply.notice(PictureWording.sentence(why) + said(text));
      case TurnOutcome.NotRun notRun -> Reply.notice(ApprovalWording.notRun(notRun));
      case TurnOutcome.NotInDocuments why -> Reply.notice(why.sentence());
      case TurnOutcome.Unaffordable(String text, Refusal why) -> unaffordable(text, why);
      case TurnOutcome.Failed failed -> Reply.failure(failure(failed.why()));
    };
  }

  /// What a model said in the place of a picture.
  private static String said(String text) {
    return text.isBlank() ? "" : " The model says instead:\n\n" + text.strip();
  }

  private static Reply withNote(String text, String note, String noteAlone) {
    return text.isBlank()
        ? Reply.notice(noteAlone)
        : Reply.answer(closed(text) + "\n\n_" + note + "_");
  }

  /// A text that broke off inside a code block must not swallow the note.
  private static String closed(String text) {
    String shown = text.stripTrailing();
    String fence = "";
    for (String line : shown.lines().toList()) {
      String start = line.strip();
      if (fence.isEmpty() && (start.startsWith("```") || start.startsWith("~~~"))) {
        fence = start.substring(0, 3);
      } else if (!fence.isEmpty() && start.startsWith(fence)) {
        fence = "";
      }
    }
    return fence.isEmpty() ? shown : shown + "\n" + fence;
  }

  private static Reply withheld(TurnOutcome.Withheld withheld) {
    String why =
        withheld.becauseOfQuestion()
            ? "The model's provider does not let it answer this question."
            : "The model's provider withheld the answer.";
    return Reply.notice(why + " Asking in other words may help.");
  }

  private static Reply unaffordable(String text, Refusal why) {
    Reply refusal = RefusalWording.reply(why);
    return text.isBlank()
        ? refusal
        : new Reply(
            closed(text) + "\n\nThe answer ends here. " + refusal.markdown(), Reply.Tone.ANSWER);
  }

  private static String failure(TurnOutcome.Failure why) {
    return switch (why) {
      case BUSY -> "The model has no room right now. Please ask again in a minute.";
      case UNREACHABLE -> "The model does not answer right now. Please ask again in a minute.";
      case REFUSED_BY_PROVIDER ->
          "The model's provider refuses this bot's requests. "
              + "Its admin finds the reason in the log.";
      case GIVEN_UP ->
          "I tried several times to answer this and did not get through. "
              + "Please ask again, perhaps in a smaller step.";
      case INTERNAL -> "Something went wrong on my side. Please ask again.";
    };
  }
}
