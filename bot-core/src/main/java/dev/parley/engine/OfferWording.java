package dev.parley.engine;

import dev.parley.citation.CitedText;
import dev.parley.citation.GrowingCitations;
import dev.parley.command.Plain;
import dev.parley.consultation.QuotedPassage;
import dev.parley.message.Reply;
import java.util.List;

/// Words for one person what documents say that not everybody may see where they asked.
final class OfferWording {
  private static final int MOST_QUOTES = 3;
  private static final int LONGEST_QUOTE = 300;
  private static final int LONGEST_QUESTION = 100;

  private OfferWording() {}

  /// @param where they asked, such as `#general`
  static Reply reply(String question, String where, List<QuotedPassage> found) {
    StringBuilder text =
        new StringBuilder("You asked in %s: “%s”".formatted(plain(where), asked(question)));
    text.append(
        "\n\nDocuments that you may see, and not everybody there, say something to that, so I left"
            + " them out of my answer:");
    GrowingCitations citations = new GrowingCitations();
    for (QuotedPassage passage : found.subList(0, Math.min(MOST_QUOTES, found.size()))) {
      text.append("\n\n> ").append(cut(plain(passage.text()), LONGEST_QUOTE));
      citations.cite(text.toString(), List.of(passage.source()));
    }
    text.append("\n\nAsk me here, and I answer from them too.");
    return Reply.notice(CitedText.of(text.toString(), citations.sources()));
  }

  private static String asked(String question) {
    return cut(plain(question), LONGEST_QUESTION);
  }

  private static String plain(String text) {
    return Plain.text(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)).replaceFirst("\\\\$", "") + "…";
  }
}
