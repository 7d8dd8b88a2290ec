package dev.parley.conversation;

import java.util.EnumMap;
import java.util.Map;

/// What was erased of a person.
///
/// @param counts how many of each kind; a kind of which there was nothing is missing
/// @param unfinished questions that were taken back, but whose running answer has not ended yet
public record Erased(Map<Kind, Integer> counts, int unfinished) {
  /// Nothing was there.
  public static final Erased NOTHING = new Erased(Map.of(), 0);

  /// What can be erased.
  public enum Kind {
    /// A question with its answer, as a conversation remembers it.
    EXCHANGE,
    /// What they said in a thread that was read, as one conversation remembers it.
    READING,
    /// A question that waited, or was being answered.
    WAITING,
    /// A summary of a conversation.
    SUMMARY,
    /// What was kept of an answer for its buttons.
    PAST_TURN,
    /// An opinion about somebody's answer.
    RATING,
    /// A file that nobody else sent.
    FILE,
    /// A file as they uploaded it to a room.
    UPLOAD,
    /// A post in a room, or the answer to one.
    POST,
    /// A call of a tool that waits for somebody's approval, or waited.
    CALL,
    /// A document of the knowledge base that was theirs alone, or was to be read in for them.
    DOCUMENT,
    /// Their name with a document of the knowledge base that stays.
    DOCUMENT_NAME,
    /// A setting of their own direct messages.
    SETTING
  }

  public Erased {
    counts = Map.copyOf(counts);
    if (counts.values().stream().anyMatch(count -> count < 1) || unfinished < 0) {
      throw new IllegalArgumentException("what was erased is counted from one on");
    }
  }

  /// This and that together.
  public Erased and(Erased other) {
    Map<Kind, Integer> sum = new EnumMap<>(Kind.class);
    sum.putAll(counts);
    other.counts.forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
    return new Erased(sum, unfinished + other.unfinished);
  }

  public int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }
}
