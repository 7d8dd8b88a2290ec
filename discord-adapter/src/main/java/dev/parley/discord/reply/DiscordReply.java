package dev.parley.discord.reply;

import dev.parley.discord.api.DiscordCallException;
import dev.parley.message.Reply;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.ProgressPainter;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.StepsSoFar;
import dev.parley.platform.ToolStep;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers one turn in Discord.
final class DiscordReply implements ReplyChannel {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordReply.class);
  private static final String NO_PLACE =
      "_I cannot write any more where you asked this, so here is the answer._\n\n";
  private static final String NO_FILES =
      "_I may attach no files where you asked this, so here is the whole answer._\n\n";
  private static final String AT_FIRST = "Thinking…";

  private final LiveAnswer answer;
  private final Pages pages;
  private final Supplier<Outlet> direct;
  private final Growing growing;
  private final ProgressPainter painter;
  private final StepsSoFar steps = new StepsSoFar();
  private final StringBuilder text = new StringBuilder();

  /// @param direct the asker's direct messages
  DiscordReply(
      LiveAnswer answer, Outlet outlet, Pages pages, Supplier<Outlet> direct, Clock clock) {
    this.answer = answer;
    this.pages = pages;
    this.direct = direct;
    this.growing = new Growing(answer, outlet, clock);
    this.painter = new ProgressPainter(growing, Growing.LOOK);
    painter.status(AT_FIRST);
  }

  @Override
  public void working(String status) {
    painter.status(status);
  }

  @Override
  public void step(ToolStep step) {
    painter.steps(steps.take(step));
  }

  @Override
  public void stream(String delta) {
    text.append(delta);
    growing.hear(text.toString());
    painter.text(text.toString());
  }

  @Override
  public void finish(Reply reply) {
    painter.close();
    try {
      if (!isAllowed(reply)) {
        answer.finish(pages.withoutFiles(reply));
        sendFiles(reply);
      }
    } catch (DiscordCallException failed) {
      if (!failed.meansNoPlace()) {
        throw new DeliveryException("Discord did not take the answer", !failed.isRefusal(), failed);
      }
      LOG.warn("an answer has no place any more: {}", failed.getMessage());
      tellAsker(reply.saying(NO_PLACE + reply.markdown()));
    }
  }

  /// Finishes the answer, unless it has files that the bot may not attach, perhaps.
  private boolean isAllowed(Reply reply) {
    List<Page> whole = pages.of(reply);
    try {
      answer.finish(whole);
      return true;
    } catch (DiscordCallException failed) {
      if (!failed.is(DiscordCallException.MISSING_PERMISSIONS)
          || whole.stream().allMatch(page -> page.files().isEmpty())) {
        throw failed;
      }
      LOG.info("an answer goes without its files: {}", failed.getMessage());
      return false;
    }
  }

  /// What cannot be said in words goes to the asker.
  private void sendFiles(Reply reply) {
    if (pages.needsFiles(reply)) {
      tellAsker(reply.saying(NO_FILES + reply.markdown()));
    }
  }

  /// What has no place where it was asked, its asker gets as a direct message.
  private void tellAsker(Reply reply) {
    try {
      Outlet asker = direct.get();
      List<Page> all = pages.of(reply);
      for (int number = 0; number < all.size(); number++) {
        asker.post(all.get(number), number, () -> true);
      }
    } catch (DiscordCallException failed) {
      if (!failed.isRefusal()) {
        throw new DeliveryException("Discord did not take the answer", true, failed);
      }
      LOG.warn("its asker cannot be told either: {}", failed.getMessage());
    }
  }

  @Override
  public void retract() {
    painter.close();
    try {
      answer.retract();
    } catch (DiscordCallException failed) {
      throw new DeliveryException(
          "Discord did not take the answer back", !failed.isRefusal(), failed);
    }
  }

  @Override
  public void close() {
    painter.close();
    answer.abandon();
  }
}
