package dev.parley.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.Parts;
import dev.parley.demo.protocol.Responder;
import dev.parley.demo.protocol.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Answers as far as one can without knowing anything: about the conversation, by the tools, about
/// what was handed over. The same request always gets the same answer.
public final class DemoResponder implements Responder {
  private static final int THINKING_TOKENS = 12;

  private final DemoPace pace;
  private final Skill summary = new SummaryRequest();
  private final Skill tools = new ToolTelling();
  private final Skill approved = new ApprovedTelling();
  private final List<Skill> aboutWhatIsHere =
      List.of(
          Pictures::shownBefore,
          new TalkAnswers(),
          new DocumentQuotes(),
          new Passages(),
          new Showcase());
  private final Skill welcome = new Welcome();

  public DemoResponder(DemoPace pace) {
    this.pace = pace;
  }

  @Override
  public List<Step> answer(GeminiRequest request) {
    Talk talk = Talk.of(request);
    Optional<String> summarised = summary.answer(talk);
    if (summarised.isPresent()) {
      return spoken(summarised.get(), request);
    }
    return tools
        .answer(talk)
        .or(() -> approved.answer(talk))
        .map(answer -> spoken(Notice.after(answer), request))
        .or(() -> known(talk))
        .or(() -> PictureTool.wish(talk).map(wish -> called(talk, PictureTool.NAME, List.of(wish))))
        .or(() -> Pictures.shown(talk).map(answer -> spoken(Notice.after(answer), request)))
        .or(() -> Painting.askedFor(talk).map(painting -> painted(painting, request)))
        .or(() -> aboutWhatIsHere(talk))
        .or(() -> calls(talk))
        .orElseGet(() -> welcomed(talk));
  }

  private static Optional<List<Step>> known(Talk talk) {
    return KnownTools.meant(talk).map(call -> called(talk, call.name(), List.of(call.arguments())));
  }

  private Optional<List<Step>> aboutWhatIsHere(Talk talk) {
    return aboutWhatIsHere.stream()
        .flatMap(skill -> skill.answer(talk).stream())
        .findFirst()
        .map(answer -> spoken(Notice.after(answer), talk.request()));
  }

  /// The words, and the picture after them.
  private List<Step> painted(Painting painting, GeminiRequest request) {
    List<Step> steps = spoken(Notice.after(painting.words()), request);
    steps.add(steps.size() - 1, new Step.Chunk(List.of(painting.picture())));
    return steps;
  }

  private List<Step> welcomed(Talk talk) {
    return spoken(Notice.after(welcome.answer(talk).orElseThrow()), talk.request());
  }

  private static Optional<List<Step>> calls(Talk talk) {
    return ToolChooser.choose(talk.question(), talk.request().functions())
        .map(
            function ->
                called(
                    talk,
                    function.path("name").asText(),
                    ToolArguments.of(talk.question(), function)));
  }

  /// As Gemini does it: of calls made together, the first carries the signature.
  private static List<Step> called(Talk talk, String name, List<ObjectNode> calls) {
    List<ObjectNode> parts = new ArrayList<>();
    for (ObjectNode arguments : calls) {
      String id = "demo-" + talk.request().contents().size() + "-" + parts.size();
      parts.add(Parts.functionCall(id, name, arguments));
    }
    Parts.signed(parts.getFirst(), "demo signature of " + name);
    return List.of(new Step.Chunk(parts), finish("STOP"));
  }

  private List<Step> spoken(String answer, GeminiRequest request) {
    long mostCharacters = 4L * request.mostOutputTokens();
    boolean fits = answer.length() <= mostCharacters;
    List<Step> steps = new ArrayList<>();
    for (String chunk : chunks(fits ? answer : answer.substring(0, (int) mostCharacters))) {
      if (!steps.isEmpty() && !pace.pauseAfterChunk().isZero()) {
        steps.add(new Step.Pause(pace.pauseAfterChunk()));
      }
      steps.add(Step.text(chunk));
    }
    steps.add(finish(fits ? "STOP" : "MAX_TOKENS"));
    return steps;
  }

  private List<String> chunks(String answer) {
    List<String> chunks = new ArrayList<>();
    StringBuilder chunk = new StringBuilder();
    int words = 0;
    for (String word : answer.splitWithDelimiters("\\s+", 0)) {
      chunk.append(word);
      if (word.isBlank() && ++words % pace.wordsPerChunk() == 0) {
        chunks.add(chunk.toString());
        chunk.setLength(0);
      }
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk.toString());
    }
    return chunks;
  }

  private static Step finish(String reason) {
    return new Step.Finish(reason, THINKING_TOKENS, OptionalInt.empty());
  }
}
