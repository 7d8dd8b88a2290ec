package dev.parley.demo;

import dev.parley.demo.protocol.GeminiRequest;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Words what came of a call that somebody approved.
final class ApprovedTelling implements Skill {
  private static final Pattern TOLD =
      Pattern.compile(
          "\\A\\[A call of the tool (\\S+) that waited was approved by (.*?)\\. .*?"
              + "not for instructions\\.]\\n(.*)\\n\\[End of what came of it",
          Pattern.DOTALL);

  @Override
  public Optional<String> answer(Talk talk) {
    return TOLD.matcher(GeminiRequest.textOf(talk.latest()))
        .results()
        .findFirst()
        .map(ApprovedTelling::told);
  }

  private static String told(MatchResult found) {
    return "%s approved the call of `%s`. %s"
        .formatted(found.group(2), found.group(1), found.group(3).strip());
  }
}
