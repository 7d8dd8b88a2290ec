package dev.parley.illustration;

import dev.parley.model.FinishReason;
import dev.parley.model.LanguageModel;
import dev.parley.model.Media;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.model.ModelStream;
import dev.parley.model.ModelUnreachableException;
import dev.parley.usage.Booking;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Has one picture made by a model that makes pictures, from a description alone. Safe for use by
/// many threads at once.
public final class Illustrator {
  private final LanguageModel provider;
  private final String model;
  private final int mostOutputTokens;

  /// @param model the id of one that makes pictures
  public Illustrator(LanguageModel provider, String model, int mostOutputTokens) {
    this.provider = provider;
    this.model = model;
    this.mostOutputTokens = mostOutputTokens;
  }

  /// The id of the model.
  public String model() {
    return model;
  }

  /// Has a picture made. Blocks; an interrupt ends it.
  ///
  /// @param edited pictures that it is made of; may be empty
  /// @throws dev.parley.model.ModelException where the model cannot be had, or not be paid for
  public Drawn draw(
      Booking booking,
      String prompt,
      List<Media> edited,
      Optional<String> aspectRatio,
      Duration timeLimit) {
    ModelRequest request =
        new ModelRequest(
                booking,
                model,
                false,
                "",
                List.of(),
                List.of(new ModelMessage.FromUser("Make a picture: " + prompt, edited)),
                mostOutputTokens,
                timeLimit)
            .withAspectRatio(aspectRatio);
    Sketch sketch = new Sketch();
    try (ModelStream stream = provider.stream(request)) {
      while (stream.hasNext()) {
        sketch.take(stream.next());
      }
    }
    return sketch.drawn();
  }

  /// What has come so far.
  private static final class Sketch {
    private final StringBuilder words = new StringBuilder();
    private Optional<Media> picture = Optional.empty();
    private FinishReason reason = FinishReason.CUT;

    void take(ModelEvent event) {
      switch (event) {
        case ModelEvent.Text text -> words.append(text.delta());
        // a later one is the better one
        case ModelEvent.Picture made -> picture = Optional.of(made.picture());
        case ModelEvent.Finished finished -> reason = finished.reason();
        case ModelEvent.Thought _, ModelEvent.ToolRequested _, ModelEvent.Cited _ -> {}
      }
    }

    Drawn drawn() {
      String said = words.toString().strip();
      return picture
          .<Drawn>map(made -> new Drawn.Picture(made, said))
          .orElseGet(() -> without(said));
    }

    private Drawn without(String said) {
      return switch (reason) {
        case COMPLETE, MALFORMED_TOOL_CALL -> new Drawn.Nothing(said);
        case LENGTH -> new Drawn.NoRoom();
        case QUESTION_BLOCKED -> new Drawn.Blocked(true);
        case ANSWER_BLOCKED -> new Drawn.Blocked(false);
        case CUT -> throw new ModelUnreachableException("the picture was cut off", null);
      };
    }
  }
}
