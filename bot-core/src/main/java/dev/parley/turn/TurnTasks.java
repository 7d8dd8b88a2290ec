package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.consultation.Consultation;
import dev.parley.conversation.ContextWindow;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.Utterance;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.message.InboundMessage;
import dev.parley.model.ModelMessage;
import dev.parley.quota.ModelAdvice;
import dev.parley.tool.ToolUser;
import dev.parley.usage.Booking;
import dev.parley.usage.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Plans what a model is asked in a turn, and which one: by what its message wishes.
final class TurnTasks {
  private final ConversationSettings defaults;
  private final ContextWindow window;
  private final TurnRunner.Models models;

  TurnTasks(ConversationSettings defaults, ContextWindow window, TurnRunner.Models models) {
    this.defaults = defaults;
    this.window = window;
    this.models = models;
  }

  /// What is asked.
  ///
  /// @param doing what people read that the bot is at, besides answering
  /// @param notes what people are told with the answer
  /// @param before what the model is told besides the questions, and remembers
  record Planned(
      ModelTask task, Optional<String> doing, List<String> notes, List<ModelMessage> before) {
    /// The same after an approved call.
    Planned after(ApprovedRuns.Came.Over came) {
      ModelMessage told = ApprovedWords.of(came);
      return new Planned(task.after(came.result(), told), doing, notes, List.of(told));
    }
  }

  /// The plan for a turn; empty where a picture is wished and no model is set that makes any.
  Optional<Planned> plan(
      ClaimedTurn turn, List<Utterance> questions, TurnFiles files, Consultation documents) {
    return switch (turn.firstMessage().wish()) {
      case ANSWER, RUN_TOOL -> Optional.of(answer(turn, questions, files, documents));
      case PICTURE -> models.pictures().map(model -> picture(turn, questions, files, model));
    };
  }

  private Planned answer(
      ClaimedTurn turn, List<Utterance> questions, TurnFiles files, Consultation documents) {
    Booking booking = Bookings.of(turn, Purpose.ANSWER);
    Optional<ModelAdvice.Advice> advice = models.advice().advice(booking.payer());
    ConversationSettings settings = defaults.overriddenBy(turn.overrides());
    boolean direct = turn.firstMessage().place().direct();
    ModelTask task =
        new ModelTask(
            booking,
            advice.map(ModelAdvice.Advice::model).orElse(settings.model()),
            true,
            Prompt.system(settings, direct),
            messages(turn, questions, direct, files),
            Optional.of(user(turn)),
            known(turn, questions),
            PictureWords.of(turn.firstMessage().text()));
    return new Planned(
        task.consulting(documents),
        Optional.empty(),
        advice.map(TurnTasks::note).stream().toList(),
        List.of());
  }

  static ToolUser user(ClaimedTurn turn) {
    InboundMessage first = turn.firstMessage();
    return new ToolUser(
        turn.conversation().id(),
        first.place(),
        first.author(),
        first.groups(),
        TurnDocuments.isForAskerAlone(turn));
  }

  /// Without a persona and names, which a model might paint into the picture, and without models to
  /// fall back to, which make none.
  private Planned picture(
      ClaimedTurn turn, List<Utterance> questions, TurnFiles files, String model) {
    ModelTask task =
        new ModelTask(
            Bookings.of(turn, Purpose.IMAGE),
            model,
            false,
            "",
            messages(turn, questions, true, files),
            Optional.empty(),
            known(turn, questions),
            PictureWords.of(turn.firstMessage().text()));
    return new Planned(
        task, Optional.of("Making a picture…"), List.of("Made by %s.".formatted(model)), List.of());
  }

  private List<ModelMessage> messages(
      ClaimedTurn turn, List<Utterance> questions, boolean direct, TurnFiles files) {
    Conversation conversation = turn.conversation();
    return Prompt.messages(conversation, window.fit(conversation), questions, direct, files);
  }

  private static List<Attachment> known(ClaimedTurn turn, List<Utterance> questions) {
    return Stream.concat(
            turn.conversation().files().stream(),
            questions.stream().flatMap(question -> question.attachments().stream()))
        .toList();
  }

  private static String note(ModelAdvice.Advice advice) {
    return "Answered by the cheaper model %s, since %d%% of a limit (%s) are spent."
        .formatted(advice.model(), advice.percent(), advice.limit().rule().limit());
  }
}
