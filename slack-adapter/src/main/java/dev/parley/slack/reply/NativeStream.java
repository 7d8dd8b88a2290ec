package dev.parley.slack.reply;

import dev.parley.platform.ToolStep;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.reply.AnswerButtons.Under;
import dev.parley.slack.workspace.Refusals;
import java.util.List;
import java.util.Optional;

/// A message that grows by Slack's own streams: its text, and a line for each tool where the
/// workspace takes such lines. What it cannot show is shown in other ways; nothing is lost by it.
final class NativeStream {
  private static final String START = "chat.startStream";
  private static final String TASKS = "task lines in streams";

  /// A stream takes 12,000 characters with one call, and was seen to refuse more than about as many
  /// bytes in all.
  private static final int MOST_TEXT = 10_000;

  /// In bytes: a message with task lines and text was seen to be refused from 10,600 on.
  private static final int MOST_WITH_TASKS = 9_000;

  private final AnswerCalls calls;
  private final Refusals refusals;
  private final TaskLines tasks = new TaskLines();
  private String text = "";
  private boolean withoutTasks;

  NativeStream(AnswerCalls calls, Refusals refusals) {
    this.calls = calls;
    this.refusals = refusals;
  }

  /// What it shows so far.
  String text() {
    return text;
  }

  /// Begins with text.
  ///
  /// @return the message's `ts`; nothing where there can be no stream
  /// @throws SlackCallException where it may have begun all the same
  Optional<String> begin(String markdown) {
    Optional<String> begun = fits(markdown) ? begun(StreamPiece.text(markdown)) : Optional.empty();
    if (begun.isPresent()) {
      text = markdown;
    }
    return begun;
  }

  /// Begins with what tools do.
  ///
  /// @return the message's `ts`; nothing where there can be no stream, or none with such lines
  /// @throws SlackCallException where it may have begun all the same
  Optional<String> begin(List<ToolStep> steps) {
    Optional<String> begun =
        showsTasks() ? begun(tasks.piece(tasks.news(steps))) : Optional.empty();
    if (begun.isPresent()) {
      tasks.tell(steps);
    }
    return begun;
  }

  private Optional<String> begun(StreamPiece piece) {
    Optional<String> thread = calls.address().thread();
    if (thread.isEmpty() || !refusals.allows(START)) {
      return Optional.empty();
    }
    try {
      return Optional.of(calls.start(thread.get(), piece, showsTasks()));
    } catch (SlackCallException failed) {
      learn(failed);
      if (failed.mayHaveHappened()) {
        throw failed;
      }
      return Optional.empty();
    }
  }

  private boolean showsTasks() {
    return !withoutTasks && refusals.allows(TASKS);
  }

  private void learn(SlackCallException failed) {
    refusals.learn(failed);
    if (failed.isRefusal()) {
      withoutTasks = true;
      if (failed.error().contains("chunk") || failed.error().contains("arg")) {
        refusals.doWithout(TASKS);
      }
    }
  }

  /// Shows more of the text; what does not fit comes at the end.
  ///
  /// @throws SlackCallException where it was not shown
  void append(String ts, String markdown) {
    if (continues(markdown) && markdown.length() > text.length()) {
      calls.append(ts, StreamPiece.text(markdown.substring(text.length())));
      text = markdown;
    }
  }

  /// Shows what tools do.
  ///
  /// @return whether it shows that at all
  /// @throws SlackCallException where the stream takes nothing any more
  boolean append(String ts, List<ToolStep> steps) {
    List<ToolStep> news = tasks.news(steps);
    if (!showsTasks()) {
      return false;
    }
    try {
      if (!news.isEmpty()) {
        calls.append(ts, tasks.piece(news));
        tasks.tell(news);
      }
    } catch (SlackCallException failed) {
      learn(failed);
      if (failed.mayHaveHappened() || failed.error().contains("message_not")) {
        throw failed;
      }
    }
    return showsTasks();
  }

  /// Whether the text can be shown as a whole by going on.
  boolean continues(String markdown) {
    return markdown.startsWith(text) && fits(markdown);
  }

  private boolean fits(String markdown) {
    return tasks.isEmpty()
        ? markdown.length() <= MOST_TEXT
        : TaskLines.utf8(markdown) + tasks.bytes() <= MOST_WITH_TASKS;
  }

  /// Brings it to its end, with the whole text.
  ///
  /// @throws SlackCallException where it was not
  void end(String ts, String markdown, List<ToolStep> steps, Under under) {
    String rest = markdown.substring(text.length());
    if (!tasks.isEmpty()) {
      calls.stop(ts, Optional.of(tasks.end(steps, rest)), under);
    } else {
      calls.stop(ts, Optional.of(rest).filter(it -> !it.isEmpty()).map(StreamPiece::text), under);
    }
  }

  /// Ends it as it is, should it still run.
  ///
  /// @throws SlackCallException where that is not known
  void leave(String ts) {
    try {
      calls.stop(ts, Optional.empty(), Under.MORE);
    } catch (SlackCallException failed) {
      if (!failed.isRefusal()) {
        throw failed;
      }
    }
  }
}
