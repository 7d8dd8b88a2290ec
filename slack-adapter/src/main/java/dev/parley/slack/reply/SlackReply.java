package dev.parley.slack.reply;

import dev.parley.message.Reply;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.ProgressPainter;
import dev.parley.platform.ReplyChannel;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.reply.AnswerButtons.Under;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
  private final AnswerFile file;
  private final WorkStatus status;
  private final ProgressPainter painter;
  private final StringBuilder text = new StringBuilder();

  SlackReply(
      Rendering rendering,
      LiveAnswer answer,
      PostedParts posted,
      AnswerFile file,
      WorkStatus status) {
    this.rendering = rendering;
    this.answer = answer;
    this.posted = posted;
    this.file = file;
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
      rendering.parts(NO_PLACE + reply.markdown()).stream()
          .limit(MOST_MESSAGES)
          .forEach(posted::tellAsker);
    } catch (SlackCallException failed) {
      LOG.warn("its asker cannot be told either: {}", failed.getMessage());
    }
  }

  @Override
  public void retract() {
    painter.close();
    try {
      answer.retract();
    } catch (SlackCallException failed) {
      throw new DeliveryException(
          "Slack did not take the answer back", !failed.isRefusal(), failed);
    }
  }

  private void write(Reply reply) {
    List<Rendering.Part> parts = rendering.parts(reply.markdown());
    boolean tooLong = parts.size() > MOST_MESSAGES;
    answer.finish(parts.getFirst(), tooLong || parts.size() == 1 ? Under.END : Under.MORE);
    posted.dropFile(file.name());
    boolean inFile = tooLong && (posted.hasFile(file.name()) || file.upload(reply.markdown()));
    int messages = inFile ? 1 : parts.size();
    for (int number = 1; number < messages; number++) {
      boolean last = number == parts.size() - 1;
      posted.post(parts.get(number), number, last && !tooLong ? Under.END : Under.MORE);
    }
    posted.trim(messages);
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
