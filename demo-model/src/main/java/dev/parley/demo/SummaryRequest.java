package dev.parley.demo;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The bot's own request to summarise a conversation, which is worked on and not read by people.
final class SummaryRequest implements Skill {
  private static final Pattern WISH =
      Pattern.compile(
          "(?is)\\b(summar(y|ise|ize|ising|izing)|condense|sum up)\\b.{0,200}"
              + "\\b(conversation|chat|discussion|transcript|messages|turns|so far)\\b");

  /// People ask in a few words; instructions are longer.
  private static final int SHORTEST_INSTRUCTION = 160;

  @Override
  public Optional<String> answer(Talk talk) {
    String system = talk.request().system();
    String latest = talk.request().lastUserText();
    boolean bySystem = WISH.matcher(system).find();
    boolean byText =
        WISH.matcher(latest).find()
            && (system.isBlank() || latest.length() >= SHORTEST_INSTRUCTION);
    if (!bySystem && !byText) {
      return Optional.empty();
    }
    List<Line> said = talk.lines().stream().flatMap(line -> withoutWish(line).stream()).toList();
    return Optional.of(said.isEmpty() ? "Nothing was said so far." : Digest.of(said));
  }

  /// The instruction itself is not part of the talk; what stands below it may be.
  private static Optional<Line> withoutWish(Line line) {
    if (!WISH.matcher(line.text()).find()) {
      return Optional.of(line);
    }
    String rest =
        line.text().lines().filter(row -> !WISH.matcher(row).find()).collect(joining("\n"));
    return rest.isBlank()
        ? Optional.empty()
        : Optional.of(new Line(line.speaker(), line.byModel(), rest));
  }
}
