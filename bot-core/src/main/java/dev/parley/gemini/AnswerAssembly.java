package dev.parley.gemini;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.genai.types.Candidate;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Part;
import dev.parley.citation.Sources;
import dev.parley.model.FinishReason;
import dev.parley.model.Media;
import dev.parley.model.ModelEvent;
import dev.parley.tool.ToolCall;
import dev.parley.usage.TokenUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts one answer together from the chunks of its stream, and hands events out on the way.
///
/// Reads candidates only: the library's shortcuts throw where an answer was withheld.
final class AnswerAssembly {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerAssembly.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_PICTURES = 10;
  private static final String BLANK = "\n\n";

  private final String model;
  private final int earlierToolCalls;
  private final Consumer<ModelEvent> events;
  private final ContentParts parts = new ContentParts();
  private final SpokenText spoken = new SpokenText();
  private final Findings findings = new Findings();
  private Optional<FinishReason> finish = Optional.empty();
  private TokenUsage usage = TokenUsage.NONE;
  private String answeredBy;
  private int toolCalls;
  private int pictures;
  private boolean visible;

  /// @param earlierToolCalls calls before this answer, so that an id given here is new
  AnswerAssembly(String model, int earlierToolCalls, Consumer<ModelEvent> events) {
    this.model = model;
    this.answeredBy = model;
    this.earlierToolCalls = earlierToolCalls;
    this.events = events;
  }

  void take(GenerateContentResponse chunk) {
    chunk.modelVersion().ifPresent(version -> answeredBy = version);
    chunk.usageMetadata().flatMap(UsageMapper::usage).ifPresent(counted -> usage = counted);
    chunk
        .promptFeedback()
        .flatMap(feedback -> feedback.blockReason())
        .ifPresent(_ -> finish = Optional.of(FinishReason.QUESTION_BLOCKED));
    chunk.candidates().flatMap(all -> all.stream().findFirst()).ifPresent(this::take);
  }

  /// Whether something of the answer was handed out that people see or tools act on.
  boolean visible() {
    return visible;
  }

  boolean isFinished() {
    return finish.isPresent();
  }

  /// Whether tokens were counted.
  boolean isCounted() {
    return !usage.equals(TokenUsage.NONE);
  }

  /// The tokens that were counted last, and the searches that are billed.
  TokenUsage usage() {
    int searches = findings.searches();
    return usage.withSearches(
        ModelGeneration.billsEachSearch(answeredBy) ? searches : Math.min(1, searches));
  }

  /// What the answer rests on.
  Sources sources() {
    return findings.sources(spoken);
  }

  /// The last event; [FinishReason#CUT] where the model has not finished.
  ModelEvent.Finished finished() {
    return new ModelEvent.Finished(
        finish.orElse(FinishReason.CUT), usage(), model, parts.content());
  }

  private void take(Candidate candidate) {
    candidate
        .content()
        .flatMap(content -> content.parts())
        .ifPresent((List<Part> all) -> all.forEach(this::take));
    candidate.groundingMetadata().ifPresent(findings::take);
    candidate.urlContextMetadata().ifPresent(findings::take);
    candidate
        .finishReason()
        .map(Object::toString)
        .filter(reason -> !reason.equals("FINISH_REASON_UNSPECIFIED"))
        .ifPresent(reason -> finish = Optional.of(FinishReasons.of(reason)));
  }

  private void take(Part part) {
    if (part.functionCall().isPresent()) {
      takeCall(part, part.functionCall().get());
      return;
    }
    if (part.inlineData().isPresent()) {
      takeFile(part);
      return;
    }
    parts.add(part);
    part.toolCall().ifPresent(findings::take);
    if (part.text().isPresent()) {
      takeText(part.text().get(), ContentParts.isThought(part));
    } else {
      show(ranCode(part));
    }
  }

  private static String ranCode(Part part) {
    return part.executableCode()
        .map(RanCode::of)
        .or(() -> part.codeExecutionResult().map(RanCode::of))
        .orElse("");
  }

  private void takeText(String text, boolean thought) {
    if (text.isEmpty()) {
      return;
    }
    spoken.said(text, thought);
    if (thought) {
      events.accept(new ModelEvent.Thought(text));
    } else {
      visible = true;
      events.accept(new ModelEvent.Text(text));
    }
  }

  /// Shows words of the bot's own in the place of a part, as blocks by themselves.
  private void show(String words) {
    String shown = words.isEmpty() ? "" : (spoken.visible() > 0 ? BLANK : "") + words + BLANK;
    spoken.other(shown);
    if (!shown.isEmpty()) {
      visible = true;
      events.accept(new ModelEvent.Text(shown));
    }
  }

  /// Pictures that the model made on the way to its answer are no part of it, and no history holds
  /// what cannot be shown.
  private void takeFile(Part part) {
    spoken.other("");
    if (ContentParts.isThought(part)) {
      return;
    }
    Optional<Media> picture = PictureParts.read(part).filter(_ -> pictures < MOST_PICTURES);
    if (picture.isEmpty()) {
      LOG.warn("{} made a file that cannot be shown", model);
      return;
    }
    pictures++;
    parts.add(PictureParts.remembered(part, picture.get()));
    visible = true;
    events.accept(new ModelEvent.Picture(picture.get()));
  }

  private void takeCall(Part part, FunctionCall call) {
    spoken.other("");
    toolCalls++;
    String id =
        call.id()
            .filter(given -> !given.isBlank())
            .orElseGet(() -> "call-" + (earlierToolCalls + toolCalls));
    parts.add(part.toBuilder().functionCall(call.toBuilder().id(id).build()).build());
    visible = true;
    events.accept(
        new ModelEvent.ToolRequested(
            new ToolCall(
                id, call.name().orElse(""), JSON.valueToTree(call.args().orElse(Map.of())))));
  }
}
