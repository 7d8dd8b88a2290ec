package dev.parley.recall;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Something that was said in a conversation.
///
/// @param at when; empty for what only a summary tells
/// @param author the name of who said it
record Saying(Optional<Instant> at, String author, String text) {
  private static final String BOT = "you";
  private static final String SUMMARY = "summary of what was said before";

  /// All that is remembered of a conversation, oldest first.
  static List<Saying> in(Conversation conversation) {
    List<Saying> said = new ArrayList<>();
    conversation
        .summary()
        .ifPresent(summary -> said.add(new Saying(Optional.empty(), SUMMARY, summary)));
    conversation.turns().forEach(turn -> said.addAll(in(turn)));
    return said;
  }

  private static List<Saying> in(Turn turn) {
    Optional<Instant> at = Optional.of(turn.askedAt());
    List<Saying> said = new ArrayList<>();
    turn.questions()
        .forEach(asked -> said.add(new Saying(at, asked.author().name(), asked.inWords())));
    // what was only read has no answer that says anything
    if (!turn.model().isEmpty()) {
      said.add(new Saying(at, BOT, turn.answerInWords()));
    }
    return said;
  }
}
