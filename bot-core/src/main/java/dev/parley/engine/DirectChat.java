package dev.parley.engine;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.IntakeResult;
import dev.parley.consultation.QuotedPassage;
import dev.parley.model.Media;
import dev.parley.model.ModelMessage;
import dev.parley.platform.StatelessChat;
import dev.parley.quota.AppliedLimit;
import dev.parley.quota.Refusal;
import dev.parley.turn.StatelessRunner;
import dev.parley.turn.TurnOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Serves callers that keep the history themselves.
public final class DirectChat implements StatelessChat {
  private static final Duration BRIEFLY = Duration.ofMinutes(1);
  private static final Pattern ESCAPED_NUMBER = Pattern.compile("\\\\\\[(\\d+)\\\\]");

  private final StatelessRunner runner;
  private final AttachmentIntake intake;
  private final Clock clock;

  public DirectChat(StatelessRunner runner, AttachmentIntake intake, Clock clock) {
    this.runner = runner;
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public Answer answer(List<Line> lines, Consumer<String> onText) {
    return answer(runner.run(lines.stream().map(DirectChat::message).toList(), onText));
  }

  @Override
  public Assisted assist(String message) {
    StatelessRunner.Result result =
        runner.runWithTools(List.of(new ModelMessage.FromUser(message)));
    return new Assisted(
        answer(result),
        result.calls().stream().map(call -> new Called(call.name(), call.arguments())).toList());
  }

  @Override
  public Searched search(String question) {
    StatelessRunner.Result result = runner.search(question);
    Answer answer = answer(result);
    String text = ESCAPED_NUMBER.matcher(answer.reply().markdown()).replaceAll("[$1]");
    return new Searched(
        new Answer(answer.reply().saying(text), answer.usage(), answer.refusedFor()),
        IntStream.range(0, result.quoted().size())
            .mapToObj(place -> source(place + 1, result.quoted().get(place)))
            .toList());
  }

  private static CitedSource source(int number, QuotedPassage passage) {
    return new CitedSource(
        number,
        passage.title(),
        passage.address(),
        passage.page(),
        passage.headings(),
        passage.text());
  }

  private static ModelMessage message(Line line) {
    return switch (line.speaker()) {
      case USER -> new ModelMessage.FromUser(line.text());
      case ASSISTANT -> new ModelMessage.SaidByModel(line.text());
    };
  }

  private Answer answer(StatelessRunner.Result result) {
    return new Answer(
        OutcomeWording.reply(result.outcome()), result.usage(), refusedFor(result.outcome()));
  }

  private Optional<Duration> refusedFor(TurnOutcome outcome) {
    if (!(outcome instanceof TurnOutcome.Unaffordable(String text, Refusal why))
        || !text.isBlank()) {
      return Optional.empty();
    }
    Duration wait =
        switch (why) {
          case Refusal.OverLimit over when !over.busy() -> untilAnew(over.limit());
          case Refusal.OverShare over -> untilAnew(over.limit());
          case Refusal.OverLimit _,
              Refusal.UnknownPrice _,
              Refusal.StoreAway _,
              Refusal.TurnGone _ ->
              BRIEFLY;
        };
    return Optional.of(wait.compareTo(BRIEFLY) < 0 ? BRIEFLY : wait);
  }

  private Duration untilAnew(AppliedLimit limit) {
    return Duration.between(clock.instant(), limit.span().end());
  }

  @Override
  public Look look(String name, AttachmentContent picture, String prompt) {
    return switch (intake.look(name, picture)) {
      case IntakeResult.Taken taken when isPicture(taken.file()) -> shown(taken, prompt);
      case IntakeResult.Taken taken -> new Look.Refused(noPicture(taken.file()), false);
      case IntakeResult.Given given -> new Look.Refused(noPicture(given.file()), false);
      case IntakeResult.Refused refused when refused.why() == IntakeResult.Reason.WRONG_TYPE ->
          new Look.Refused(noPicture(refused.name(), refused.fact()), false);
      case IntakeResult.Refused refused ->
          new Look.Refused(refused.sentence(), refused.why() == IntakeResult.Reason.TOO_LARGE);
    };
  }

  private static boolean isPicture(Attachment file) {
    return file.mediaType().startsWith("image/");
  }

  private Look shown(IntakeResult.Taken taken, String prompt) {
    Media picture = new Media(taken.file().mediaType(), taken.content());
    ModelMessage asked = new ModelMessage.FromUser(prompt, List.of(picture));
    return new Look.Shown(answer(runner.run(List.of(asked), _ -> {})));
  }

  private static String noPicture(Attachment file) {
    return noPicture(file.name(), "of the type " + file.mediaType());
  }

  private static String noPicture(String name, String fact) {
    return "I could not look at "
        + name
        + ": it is "
        + fact
        + ", and no picture (PNG, JPEG, WebP, GIF, HEIC).";
  }
}
