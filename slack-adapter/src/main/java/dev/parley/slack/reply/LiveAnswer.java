package dev.parley.slack.reply;

import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.reply.AnswerButtons.Under;
import dev.parley.slack.workspace.Refusals;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// The first message of an answer, from its first words to its end: a native stream as long as that
/// works, then edits of the same message, then a message of its own.
///
/// Used by the thread that shows progress and by the one that finishes; one call to Slack at a
/// time.
final class LiveAnswer {
  private static final Duration BETWEEN_APPENDS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_EDITS = Duration.ofSeconds(3);

  /// A stream takes 12,000 characters with one call, and was seen to refuse more than about as many
  /// bytes in all.
  private static final int MOST_STREAMED = 10_000;

  private enum Stage {
    NOTHING,
    STREAMING,
    POSTED
  }

  private final AnswerCalls calls;
  private final Rendering rendering;
  private final Refusals refusals;
  private final ReplyReference reference;
  private final PostedParts posted;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Stage stage = Stage.NOTHING;
  private String ts = "";
  private String shown = "";
  private boolean streamMayRun;
  private boolean over;

  LiveAnswer(
      AnswerCalls calls,
      Rendering rendering,
      Refusals refusals,
      ReplyReference reference,
      PostedParts posted) {
    this.calls = calls;
    this.rendering = rendering;
    this.refusals = refusals;
    this.reference = reference;
    this.posted = posted;
    reference.known().ifPresent(this::adopt);
  }

  private void adopt(String known) {
    ts = known;
    stage = Stage.POSTED;
    streamMayRun = true;
  }

  /// How long to wait before more is shown.
  Duration pace() {
    return stage == Stage.POSTED ? BETWEEN_EDITS : BETWEEN_APPENDS;
  }

  /// Shows what there is so far; what cannot be shown now comes with what is shown next.
  void show(String markdown) {
    lock.lock();
    try {
      String text = rendering.growing(markdown);
      if (!over && !text.isBlank()) {
        grow(text);
      }
    } finally {
      lock.unlock();
    }
  }

  private void grow(String text) {
    switch (stage) {
      case NOTHING -> begin(text);
      case STREAMING -> append(text);
      case POSTED -> edit(text);
    }
  }

  private void begin(String text) {
    posted.first().ifPresent(this::adoptAndKeep);
    if (stage == Stage.POSTED) {
      edit(text);
    } else if (!streamed(text)) {
      keep(posted.post(parts(text), 0, Under.GROWING));
      stage = Stage.POSTED;
      shown = text;
    }
  }

  /// A message that was found may be the work of a new owner of the turn: it is not taken away.
  private void adoptAndKeep(String found) {
    adopt(found);
    stillOurs();
  }

  private void stillOurs() {
    try {
      if (!reference.kept(ts)) {
        posted.doubt();
      }
    } catch (RuntimeException lost) {
      over = true;
      throw lost;
    }
  }

  private boolean streamed(String text) {
    if (calls.address().thread().isEmpty()
        || text.length() > MOST_STREAMED
        || !refusals.allows("chat.startStream")) {
      return false;
    }
    try {
      keep(calls.start(calls.address().thread().get(), text));
      stage = Stage.STREAMING;
      shown = text;
      return true;
    } catch (SlackCallException failed) {
      refusals.learn(failed);
      if (failed.mayHaveHappened()) {
        posted.doubt();
        throw failed;
      }
      return false;
    }
  }

  private void keep(String posting) {
    ts = posting;
    try {
      stillOurs();
    } catch (RuntimeException lost) {
      if (!posted.isEdited(posting)) {
        calls.delete(posting);
      }
      throw lost;
    }
  }

  private void append(String text) {
    if (!text.startsWith(shown) || text.length() > MOST_STREAMED) {
      return;
    }
    try {
      if (text.length() > shown.length()) {
        calls.append(ts, text.substring(shown.length()));
        shown = text;
      }
    } catch (SlackCallException failed) {
      if (failed.isRefusal() || failed.mayHaveHappened()) {
        stage = Stage.POSTED;
        streamMayRun = true;
      }
    }
  }

  private void edit(String text) {
    if (!text.equals(shown)) {
      stillOurs();
      endStream();
      calls.update(ts, parts(text), 0, Under.GROWING);
      shown = text;
    }
  }

  private Rendering.Part parts(String text) {
    return rendering.parts(text).getFirst();
  }

  /// A stream that still runs takes no edits.
  private void endStream() {
    if (!streamMayRun) {
      return;
    }
    try {
      calls.stop(ts, "", Under.MORE);
    } catch (SlackCallException failed) {
      if (!failed.isRefusal()) {
        throw failed;
      }
    }
    streamMayRun = false;
  }

  /// Completes the message; repeated, it changes nothing.
  ///
  /// @throws SlackCallException where it could not be completed; it may be tried again
  void finish(Rendering.Part part, Under under) {
    lock.lock();
    try {
      over = true;
      if (stage == Stage.NOTHING) {
        posted.first().ifPresent(this::adoptAndKeep);
      }
      if (stage == Stage.NOTHING) {
        postAnew(part, under);
      } else if (stage != Stage.STREAMING || !stopped(part.markdown(), under)) {
        replace(part, under);
      }
    } finally {
      lock.unlock();
    }
  }

  private void postAnew(Rendering.Part part, Under under) {
    keep(posted.post(part, 0, under));
    stage = Stage.POSTED;
    shown = "";
  }

  /// Whether the stream could be brought to its end with just this text.
  private boolean stopped(String text, Under under) {
    boolean fits = text.startsWith(shown) && text.length() <= MOST_STREAMED;
    stage = Stage.POSTED;
    streamMayRun = true;
    if (!fits) {
      return false;
    }
    try {
      calls.stop(ts, text.substring(shown.length()), under);
      streamMayRun = false;
      return true;
    } catch (SlackCallException failed) {
      return false;
    }
  }

  private void replace(Rendering.Part part, Under under) {
    endStream();
    try {
      calls.update(ts, part, 0, under);
    } catch (SlackCallException failed) {
      if (!failed.isRefusal() || failed.isAboutToken()) {
        throw failed;
      }
      // the message is gone, or takes no edits any more
      posted.forget(ts);
      postAnew(part, under);
    }
  }

  /// Takes the message away; repeated, it changes nothing.
  ///
  /// @throws SlackCallException where it is still there
  void retract() {
    lock.lock();
    try {
      over = true;
      if (stage == Stage.NOTHING) {
        posted.first().ifPresent(this::adopt);
      }
      if (stage != Stage.NOTHING) {
        streamMayRun = true;
        endStream();
        delete();
      }
    } finally {
      lock.unlock();
    }
  }

  private void delete() {
    try {
      calls.delete(ts);
    } catch (SlackCallException failed) {
      if (!failed.error().equals("message_not_found")) {
        throw failed;
      }
    }
    posted.forget(ts);
    stage = Stage.NOTHING;
  }

  /// Ends what grows, where the answer goes on elsewhere or not at all.
  void abandon() {
    lock.lock();
    try {
      over = true;
      if (stage == Stage.STREAMING) {
        stage = Stage.POSTED;
        calls.stop(ts, "", Under.MORE);
      }
    } finally {
      lock.unlock();
    }
  }
}
