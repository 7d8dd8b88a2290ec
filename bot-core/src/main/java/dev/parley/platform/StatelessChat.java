package dev.parley.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentContent;
import dev.parley.message.Reply;
import dev.parley.usage.TokenUsage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Chat for callers that keep the history themselves: nothing is stored.
public interface StatelessChat {
  /// Who said a line.
  enum Speaker {
    USER,
    ASSISTANT
  }

  /// One line of the caller's history.
  record Line(Speaker speaker, String text) {}

  /// The answer with what it took. A reply whose tone is not an answer says why there is none.
  ///
  /// @param refusedFor how long to wait before asking again, where it may not be paid for now
  record Answer(Reply reply, TokenUsage usage, Optional<Duration> refusedFor) {
    public Answer(Reply reply, TokenUsage usage) {
      this(reply, usage, Optional.empty());
    }
  }

  /// Blocks until the answer is there; an interrupt ends it early.
  ///
  /// @param onText hears the visible text as it comes
  Answer answer(List<Line> lines, Consumer<String> onText);

  /// A call to a tool that was made for an answer.
  record Called(String tool, JsonNode arguments) {}

  /// An answer with the calls to tools that were made for it, in their order.
  record Assisted(Answer answer, List<Called> calls) {
    public Assisted {
      calls = List.copyOf(calls);
    }
  }

  /// Answers one message by the help of tools, of which none changes anything. Blocks until the
  /// answer is there; an interrupt ends it early, and the tools that run.
  Assisted assist(String message);

  /// An answer that rests on documents.
  ///
  /// @param sources what it cites, in the order of their numbers; nothing where no document says
  ///     anything to it
  record Searched(Answer answer, List<CitedSource> sources) {
    public Searched {
      sources = List.copyOf(sources);
    }
  }

  /// A passage of a document that an answer cites.
  ///
  /// @param number that the answer has where it cites it, in square brackets
  /// @param title of the document
  /// @param address where people find it
  /// @param headings that it stands below, the highest first
  /// @param text of the passage, in Markdown
  record CitedSource(
      int number,
      String title,
      Optional<String> address,
      Optional<Integer> page,
      List<String> headings,
      String text) {
    public CitedSource {
      headings = List.copyOf(headings);
    }
  }

  /// Answers one question from the documents that everybody may see. Blocks until the answer is
  /// there; an interrupt ends it early.
  Searched search(String question);

  /// What becomes of a picture that the model is to look at.
  sealed interface Look {
    /// The model was shown it, or may not be paid for; in either case the answer tells.
    record Shown(Answer answer) implements Look {}

    /// It is none that the model can be shown.
    ///
    /// @param sentence that says why, for people
    /// @param tooLarge whether it is for its size
    record Refused(String sentence, boolean tooLarge) implements Look {}
  }

  /// Asks the model about a picture. Blocks until the answer is there; an interrupt ends it early.
  ///
  /// @param name of the picture's file
  Look look(String name, AttachmentContent picture, String prompt);
}
