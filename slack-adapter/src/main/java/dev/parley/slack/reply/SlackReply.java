package dev.parley.slack.reply;

import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.ProgressPainter;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.StepsSoFar;
import dev.parley.platform.ToolStep;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.reply.AnswerButtons.Under;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers one turn in Slack.
final class SlackReply implements ReplyChannel {
  private static final Logger LOG = LoggerFactory.getLogger(SlackReply.class);
  private static final int MOST_MESSAGES = 4;

  /// Slack shows a status for two minutes.
  private static final Duration STATUS_LASTS = Duration.ofSeconds(90);

  private static final String NO_PLACE =
      "_I cannot write any more where you asked this, so here is the answer._\n\n";

  /// Where nobody can be told any more, by Slack's words.
  private static final Set<String> NOBODY_THERE =
      Set.of("channel_not_found", "is_archived", "not_in_channel", "user_disabled");

  private final Rendering rendering;
  private final LiveAnswer answer;
  private final PostedParts posted;
  private final AnswerFiles files;
  private final WorkStatus status;
  private final ProgressPainter painter;
  private final StepsSoFar steps = new StepsSoFar();
  private final StringBuilder text = new StringBuilder();

  SlackReply(
      Rendering rendering,
      LiveAnswer answer,
      PostedParts posted,
      AnswerFiles files,
      WorkStatus status) {
    this.rendering = rendering;
    this.answer = answer;
    this.posted = posted;
    this.files = files;
    this.status = status;
    this.painter = new ProgressPainter(new Shown(answer, status), STATUS_LASTS);
  }

  /// Progress as Slack shows it: a status line, and the answer itself.
  private record Shown(LiveAnswer answer, WorkStatus line) implements ProgressPainter.Progress {
    @Override
    public void status(String what) {
      line.show(what);
    }

    @Override
    public void steps(List<ToolStep> all) {
      try {
        if (!answer.show(all)) {
          line.show(all);
        }
      } catch (SlackCallException notNow) {
        throw new DeliveryException("progress is not shown", true, notNow);
      }
    }

    @Override
    public void text(String whole) {
      try {
        answer.show(whole);
      } catch (SlackCallException notNow) {
        throw new DeliveryException("progress is not shown", true, notNow);
      }
    }

    @Override
    public Duration pace() {
      return answer.pace();
    }
  }

  @Override
  public void working(String what) {
    painter.status(what);
  }

  @Override
  public void step(ToolStep step) {
    painter.steps(steps.take(step));
  }

  @Override
  public void stream(String delta) {
    text.append(delta);
    painter.text(text.toString());
  }

  @Override
  public void finish(Reply reply) {
    painter.close();
    try {
      write(reply);
    } catch (SlackCallException failed) {
      if (failed.isRefusal() && NOBODY_THERE.contains(failed.error())) {
        LOG.warn("an answer has no place any more: {}", failed.getMessage());
        tellAsker(reply);
      } else {
        throw new DeliveryException("Slack did not take the answer", !failed.isRefusal(), failed);
      }
    }
  }

  /// Where the place of an answer is gone, its asker gets it as a direct message.
  private void tellAsker(Reply reply) {
    try {
      List<Rendering.Part> parts = rendering.parts(NO_PLACE + reply.markdown());
      int last = Math.min(parts.size(), MOST_MESSAGES) - 1;
      for (int number = 0; number <= last; number++) {
        posted.tellAsker(parts.get(number), number == last ? reply.actions() : List.of());
      }
      upload(reply, posted::uploadToAsker)
          .forEach(missing -> posted.tellAsker(rendering.parts(missing).getFirst(), List.of()));
    } catch (SlackCallException failed) {
      LOG.warn("its asker cannot be told either: {}", failed.getMessage());
    }
  }

  @Override
  public void retract() {
    painter.close();
    try {
      answer.retract();
      posted.takeFilesAway(files::isOurs);
    } catch (SlackCallException failed) {
      throw new DeliveryException(
          "Slack did not take the answer back", !failed.isRefusal(), failed);
    }
  }

  private void write(Reply reply) {
    List<Rendering.Part> parts = rendering.parts(reply.markdown());
    boolean tooLong = parts.size() > MOST_MESSAGES;
    Under end = Under.end(reply.actions());
    answer.finish(parts.getFirst(), steps.all(), tooLong || parts.size() == 1 ? end : Under.MORE);
    dropOld(reply);
    boolean inFile = tooLong && posted.upload(files.wholeText(reply.markdown()));
    int messages = inFile ? 1 : parts.size();
    for (int number = 1; number < messages; number++) {
      boolean last = number == parts.size() - 1;
      posted.post(parts.get(number), number, last && !tooLong ? end : Under.MORE);
    }
    posted.trim(messages + notes(upload(reply, posted::upload), messages));
  }

  /// What an answer from before has, and this one has not.
  private void dropOld(Reply reply) {
    List<String> kept = new ArrayList<>();
    for (ReplyFile file : reply.files()) {
      kept.add(files.name(kept.size() + 1, file.file()));
    }
    posted.dropFiles(name -> files.isOurs(name) && !kept.contains(name));
  }

  /// Uploads the files of a reply.
  ///
  /// @return a sentence for each reason why some are missing
  private Set<String> upload(Reply reply, Predicate<Upload.Item> way) {
    Set<String> missing = new LinkedHashSet<>();
    int number = 0;
    for (ReplyFile file : reply.files()) {
      number++;
      Optional<Upload.Item> item = files.item(number, file);
      if (item.isEmpty()) {
        missing.add(ReplyFile.FORGOTTEN);
      } else if (!way.test(item.get())) {
        missing.add(Upload.NOT_ALLOWED);
      }
    }
    return missing;
  }

  /// Tells what is missing in a message of its own; returns the number of messages.
  private int notes(Set<String> missing, int number) {
    if (missing.isEmpty()) {
      return 0;
    }
    posted.post(rendering.parts(String.join("\n\n", missing)).getFirst(), number, Under.MORE);
    return 1;
  }

  @Override
  public void close() {
    painter.close();
    try {
      answer.abandon();
    } catch (SlackCallException failed) {
      LOG.debug("a stream is left to itself: {}", failed.getMessage());
    } finally {
      status.clear();
    }
  }
}
