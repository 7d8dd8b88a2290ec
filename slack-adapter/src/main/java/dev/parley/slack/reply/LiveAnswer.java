package dev.parley.slack.reply;

import dev.parley.platform.ToolStep;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.reply.AnswerButtons.Under;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The first message of an answer, from its first words to its end: a native stream as long as that
/// works, then edits of the same message, then a message of its own.
///
/// Used by the thread that shows progress and by the one that finishes; one call to Slack at a
/// time.
final class LiveAnswer {
  private static final Duration BETWEEN_APPENDS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_EDITS = Duration.ofSeconds(3);

  private enum Stage {
    NOTHING,
    STREAMING,
    POSTED
  }

  private final AnswerCalls calls;
  private final Rendering rendering;
  private final NativeStream stream;
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
      NativeStream stream,
      ReplyReference reference,
      PostedParts posted) {
    this.calls = calls;
    this.rendering = rendering;
    this.stream = stream;
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
        switch (stage) {
          case NOTHING -> begin(text);
          case STREAMING -> append(text);
          case POSTED -> edit(text);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void begin(String text) {
    posted.first().ifPresent(this::adoptAndKeep);
    if (stage == Stage.POSTED) {
      edit(text);
    } else if (!streamed(() -> stream.begin(text))) {
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

  private boolean streamed(Supplier<Optional<String>> beginning) {
    try {
      Optional<String> begun = beginning.get();
      begun.ifPresent(
          posting -> {
            keep(posting);
            stage = Stage.STREAMING;
          });
      return begun.isPresent();
    } catch (SlackCallException failed) {
      posted.doubt();
      throw failed;
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
    try {
      stream.append(ts, text);
    } catch (SlackCallException failed) {
      if (failed.isRefusal() || failed.mayHaveHappened()) {
        leaveStream();
      }
    }
  }

  private void leaveStream() {
    stage = Stage.POSTED;
    shown = stream.text();
    streamMayRun = true;
  }

  /// Shows what tools do and did.
  ///
  /// @return whether it is shown here, now or with what is shown next
  boolean show(List<ToolStep> steps) {
    lock.lock();
    try {
      return over
          || switch (stage) {
            case NOTHING -> begin(steps);
            case STREAMING -> append(steps);
            case POSTED -> false;
          };
    } finally {
      lock.unlock();
    }
  }

  private boolean begin(List<ToolStep> steps) {
    posted.first().ifPresent(this::adoptAndKeep);
    return stage == Stage.NOTHING && streamed(() -> stream.begin(steps));
  }

  private boolean append(List<ToolStep> steps) {
    try {
      return stream.append(ts, steps);
    } catch (SlackCallException failed) {
      leaveStream();
      return false;
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
    if (streamMayRun) {
      stream.leave(ts);
      streamMayRun = false;
    }
  }

  /// Completes the message; repeated, it changes nothing.
  ///
  /// @param steps how what tools did ended
  /// @throws SlackCallException where it could not be completed; it may be tried again
  void finish(Rendering.Part part, List<ToolStep> steps, Under under) {
    lock.lock();
    try {
      over = true;
      if (stage == Stage.NOTHING) {
        posted.first().ifPresent(this::adoptAndKeep);
      }
      if (stage == Stage.NOTHING) {
        postAnew(part, under);
      } else if (stage != Stage.STREAMING || !stopped(part.markdown(), steps, under)) {
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
  private boolean stopped(String text, List<ToolStep> steps, Under under) {
    leaveStream();
    if (!stream.continues(text)) {
      return false;
    }
    try {
      stream.end(ts, text, steps, under);
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
        calls.deleteIfThere(ts);
        posted.forget(ts);
        stage = Stage.NOTHING;
      }
    } finally {
      lock.unlock();
    }
  }

  /// Ends what grows, where the answer goes on elsewhere or not at all.
  void abandon() {
    lock.lock();
    try {
      over = true;
      if (stage == Stage.STREAMING) {
        stage = Stage.POSTED;
        calls.stop(ts, Optional.empty(), Under.MORE);
      }
    } finally {
      lock.unlock();
    }
  }
}
