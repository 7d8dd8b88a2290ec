package dev.parley.web;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.Wish;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.FileContents;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.platform.RoomDraft;
import dev.parley.platform.RoomLog;
import dev.parley.platform.RoomPost;
import dev.parley.platform.StepsSoFar;
import dev.parley.platform.ToolStep;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the answer of one turn into its room: as a draft while it grows, then as a post whose id
/// is derived from the turn's, so posting it again changes nothing.
final class WebReply implements ReplyChannel {
  private static final Logger LOG = LoggerFactory.getLogger(WebReply.class);

  private final RoomLog log;
  private final Clock clock;
  private final Author bot;
  private final TurnRef turn;
  private final InboundMessage message;
  private final FileContents files;
  private final DraftPainter painter;
  private final StepsSoFar steps = new StepsSoFar();
  private String status = "";
  private final StringBuilder text = new StringBuilder();
  private boolean finished;

  WebReply(RoomLog log, Clock clock, WebSettings settings, ReplyTarget target) {
    this.log = log;
    this.clock = clock;
    this.bot = RoomName.bot(settings);
    this.turn = target.turn();
    this.message = target.message();
    this.files = target.files();
    this.painter =
        new DraftPainter(log, message.place().channel(), settings.pace().draftInterval());
    painter.start();
  }

  @Override
  public void working(String status) {
    this.status = status;
    painter.show(draft(status));
  }

  @Override
  public void step(ToolStep step) {
    steps.take(step);
    painter.show(draft(status));
  }

  @Override
  public void stream(String delta) {
    text.append(delta);
    status = "";
    painter.show(draft(""));
  }

  private RoomDraft draft(String status) {
    return new RoomDraft(
        PostNaming.reply(turn.id()),
        turn.id().value(),
        turn.conversation().key(),
        message.author().id().value(),
        thread(),
        status,
        text.toString(),
        steps.all());
  }

  /// Posts what is answered before its answer, in case that nobody has by now. What lets an
  /// approved call run was said by nobody.
  @Override
  public void finish(Reply reply) {
    try {
      if (message.wish() != Wish.RUN_TOOL) {
        log.post(RoomName.TENANT, message.place().channel(), RoomMessages.spoken(message));
      }
      log.post(RoomName.TENANT, message.place().channel(), post(RoomFiles.kept(reply, files)));
      finished = true;
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new DeliveryException("the reply could not be posted", false, e);
    }
  }

  private RoomPost post(Reply reply) {
    return new RoomPost(
            PostNaming.reply(turn.id()),
            clock.instant(),
            bot,
            reply.markdown(),
            reply.tone(),
            Optional.of(turn.id().value()),
            thread(),
            reply.files(),
            reply.actions())
        .withSteps(steps.all());
  }

  private Optional<String> thread() {
    return message.place().thread().map(MessageId::value);
  }

  /// People see no post of the reply before it is finished, only its draft.
  @Override
  public void retract() {
    painter.close();
    log.hide(RoomName.TENANT, message.place().channel(), PostNaming.reply(turn.id()));
    finished = true;
  }

  @Override
  public void close() {
    painter.close();
    if (!finished) {
      hideDraft();
    }
  }

  private void hideDraft() {
    try {
      log.hide(RoomName.TENANT, message.place().channel(), PostNaming.reply(turn.id()));
    } catch (StoreUnavailableException e) {
      LOG.debug("the draft of turn {} stays until it is old: {}", turn, e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("the draft of turn {} could not be taken away: {}", turn, e.toString());
    }
  }
}
