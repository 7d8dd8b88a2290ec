package dev.parley.turn;

import dev.parley.consultation.Asker;
import dev.parley.consultation.Consultant;
import dev.parley.consultation.Consultation;
import dev.parley.consultation.Question;
import dev.parley.consultation.QuotedPassage;
import dev.parley.consultation.SearchKnowledgeTool;
import dev.parley.conversation.Utterance;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.knowledge.KnowledgeSettings.WhenNothingFits;
import dev.parley.message.InboundMessage;
import dev.parley.message.Wish;
import dev.parley.model.ModelMessage;
import dev.parley.usage.Booking;
import dev.parley.usage.Purpose;
import java.util.List;
import java.util.Optional;

/// Consults documents for turns.
final class TurnDocuments {
  private static final String NOT_SEARCHED = "The documents could not be searched.";
  private static final String NOT_CITED = "No document is cited for this.";

  /// What a conversation of several people remembers of what one was told of documents alone.
  static final String TOLD_ALONE = "[I answered this for its author alone.]";

  private final Consultant consultant;

  TurnDocuments(Consultant consultant) {
    this.consultant = consultant;
  }

  /// What documents have to say to the question of a turn. Blocks while it is looked up.
  ///
  /// @throws TurnCancelledException where the turn is lost, or this instance goes down
  Consultation consult(ClaimedTurn turn, Audience audience, Cancellation cancellation) {
    InboundMessage asked = turn.lastMessage();
    Wish wish = turn.firstMessage().wish();
    if (wish == Wish.PICTURE || !consultant.hasDocuments(asked.place().tenant())) {
      return Consultation.none();
    }
    if (wish == Wish.RUN_TOOL) {
      return new Consultation.NothingAsked();
    }
    audience.working("Looking at the documents…");
    try {
      return cancellation.interruptibly(
          () -> consultant.consult(asker(turn), question(turn), Bookings.of(turn, Purpose.ANSWER)));
    } catch (TurnCancelledException cancelled) {
      if (cancelled.why() == Cancellation.Cause.STOPPED) {
        return Consultation.none();
      }
      throw cancelled;
    }
  }

  private static Asker asker(ClaimedTurn turn) {
    InboundMessage asked = turn.lastMessage();
    return new Asker(
        asked.place(),
        asked.author().id(),
        asked.groups(),
        isForAskerAlone(turn) ? Asker.Sight.ASKER : Asker.Sight.PLACE);
  }

  static boolean isForAskerAlone(ClaimedTurn turn) {
    return turn.messages().stream().allMatch(InboundMessage::forAskerAlone);
  }

  private static Question question(ClaimedTurn turn) {
    int messages = turn.messages().size();
    Optional<String> before =
        messages > 1
            ? Optional.of(turn.messages().get(messages - 2).text())
            : turn.conversation().turns().stream()
                .reduce((_, later) -> later)
                .map(latest -> latest.questions().getLast().text());
    return Question.of(turn.lastMessage().text(), before);
  }

  /// How a turn ends whose question is not for the model, since documents alone may answer it, and
  /// do not. What came with the question may hold the answer, so the model looks at that.
  static Optional<TurnOutcome> instead(Consultation found, List<Utterance> questions) {
    boolean files = questions.stream().anyMatch(question -> !question.attachments().isEmpty());
    return files ? Optional.empty() : instead(found);
  }

  static Optional<TurnOutcome> instead(Consultation found) {
    return switch (found) {
      case Consultation.NothingFits(WhenNothingFits mode) when mode == WhenNothingFits.SAY_SO ->
          Optional.of(new TurnOutcome.NotInDocuments(true));
      case Consultation.OutOfReach(WhenNothingFits mode) when mode == WhenNothingFits.SAY_SO ->
          Optional.of(new TurnOutcome.NotInDocuments(false));
      case Consultation.NoDocuments _,
          Consultation.NothingAsked _,
          Consultation.NothingFits _,
          Consultation.OutOfReach _,
          Consultation.Given _ ->
          Optional.empty();
    };
  }

  /// What people are told with an answer, besides.
  static List<String> notes(Consultation found, ModelAnswer answer) {
    return switch (found) {
      case Consultation.OutOfReach _ -> List.of(NOT_SEARCHED);
      case Consultation.Given(List<QuotedPassage> _, WhenNothingFits mode)
          when mode == WhenNothingFits.SAY_SO
              && answer.quoted().isEmpty()
              && !answer.text().isBlank() ->
          List.of(NOT_CITED);
      case Consultation.NoDocuments _,
          Consultation.NothingAsked _,
          Consultation.NothingFits _,
          Consultation.Given _ ->
          List.of();
    };
  }

  /// Whether an answer may say what others must not read who talk in the same conversation, and so
  /// must not be told to the model when they ask.
  static boolean isSecret(ClaimedTurn turn, Consultation found, ModelAnswer answer) {
    return isForAskerAlone(turn)
        && !turn.firstMessage().place().direct()
        && (found instanceof Consultation.Given
            || answer.steps().stream().anyMatch(TurnDocuments::quotes));
  }

  private static boolean quotes(ModelMessage step) {
    return step instanceof ModelMessage.FromTools tools
        && tools.answers().stream()
            .anyMatch(answer -> answer.call().name().equals(SearchKnowledgeTool.NAME));
  }

  /// Notes that an answer was taken from documents.
  void used(ClaimedTurn turn, ModelAnswer answer) {
    consultant.used(turn.firstMessage().place().tenant(), answer.quoted());
  }

  /// Whether documents were left out that the asker may see.
  boolean keepsBack(ClaimedTurn turn) {
    return turn.firstMessage().wish() == Wish.ANSWER && consultant.keepsBack(asker(turn));
  }

  /// What such documents say to the question, for the asker alone. Blocks.
  List<QuotedPassage> keptBack(ClaimedTurn turn) {
    Booking booking = Bookings.of(turn, Purpose.EMBEDDING);
    return consultant.keptBack(
        asker(turn),
        question(turn),
        new Booking(booking.payer(), booking.purpose(), Optional.empty()));
  }
}
