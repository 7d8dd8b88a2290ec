package dev.parley.engine;

import dev.parley.attachment.Attachment;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.message.ReplyFile;
import java.util.List;

/// Describes the pictures of an answer to people who cannot see them: by what was asked for.
final class AnswerFiles {
  private static final int LONGEST_QUESTION = 100;

  private AnswerFiles() {}

  static List<ReplyFile> of(ClaimedTurn turn, List<Attachment> pictures) {
    String question = shortened(turn.firstMessage().text());
    return pictures.stream().map(picture -> new ReplyFile(picture, described(question))).toList();
  }

  private static String described(String question) {
    return question.isEmpty() ? "Picture by the bot" : "Picture for: " + question;
  }

  private static String shortened(String question) {
    String line = question.replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST_QUESTION) {
      return line;
    }
    int space = line.lastIndexOf(' ', LONGEST_QUESTION);
    int end =
        space > LONGEST_QUESTION / 2 ? space : line.offsetByCodePoints(0, LONGEST_QUESTION / 2);
    return line.substring(0, end) + "…";
  }
}
