package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.conversation.TokenEstimate;
import dev.parley.conversation.Turn;
import dev.parley.conversation.Utterance;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.message.ReplyFile;
import dev.parley.model.ModelMessage;
import dev.parley.tool.ShortResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a conversation remembers of a turn. What tools told is remembered in short: the answer
/// says what matters of it, and later questions are not to pay for the rest.
final class TurnMemory {
  private static final String NO_MODEL = "none";
  private static final int RESULT_BYTES = 4 * 1024;
  private static final int ALL_RESULTS_BYTES = 16 * 1024;

  private TurnMemory() {}

  /// A turn with all that was said.
  ///
  /// @param before what the model was told besides, before its answer
  static Turn of(
      ClaimedTurn turn, List<Utterance> questions, List<ModelMessage> before, ModelAnswer answer) {
    List<Attachment> files = answer.files().stream().map(ReplyFile::file).toList();
    List<ModelMessage> steps =
        Stream.concat(before.stream(), inShort(answer.steps()).stream()).toList();
    int tokens =
        questions.stream().mapToInt(Utterance::tokens).sum()
            + steps.stream().mapToInt(TurnMemory::tokens).sum()
            + files.stream().mapToInt(file -> TokenEstimate.of(file.name())).sum();
    return new Turn(
        turn.lease().turn().id(),
        turn.firstMessage().sentAt(),
        questions,
        steps,
        answer.text(),
        files,
        answer.model(),
        answer.usage(),
        tokens,
        Optional.empty());
  }

  /// A turn of which nothing is remembered but a sentence.
  static Turn of(ClaimedTurn turn, List<Utterance> questions, String sentence) {
    return of(turn, questions, List.of(), ModelAnswer.told(sentence, List.of(), NO_MODEL));
  }

  private static List<ModelMessage> inShort(List<ModelMessage> steps) {
    long results =
        steps.stream()
            .mapToLong(
                step -> step instanceof ModelMessage.FromTools tools ? tools.answers().size() : 0)
            .sum();
    long share = ALL_RESULTS_BYTES / Math.max(1, results);
    int bytes = (int) Math.max(ShortResult.LEAST_BYTES, Math.min(RESULT_BYTES, share));
    return steps.stream().map(step -> inShort(step, bytes)).toList();
  }

  private static ModelMessage inShort(ModelMessage step, int bytes) {
    return step instanceof ModelMessage.FromTools tools
        ? new ModelMessage.FromTools(
            tools.answers().stream()
                .map(
                    answer ->
                        new ModelMessage.Answered(
                            answer.call(), ShortResult.of(answer.result(), bytes)))
                .toList())
        : step;
  }

  private static int tokens(ModelMessage step) {
    return switch (step) {
      case ModelMessage.FromUser user -> TokenEstimate.of(user.text());
      case ModelMessage.FromModel raw -> TokenEstimate.of(raw.content().json());
      case ModelMessage.SaidByModel said -> TokenEstimate.of(said.text());
      case ModelMessage.FromTools tools -> TokenEstimate.of(tools.answers().toString());
    };
  }
}
