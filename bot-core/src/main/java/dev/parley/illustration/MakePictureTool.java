package dev.parley.illustration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.attachment.PictureType;
import dev.parley.message.ReplyFile;
import dev.parley.model.CallRefusal;
import dev.parley.model.Media;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelException;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.tool.CallTitle;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolFiles;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSpec;
import dev.parley.usage.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a picture, or changes pictures of the conversation, where a model that makes none itself
/// finds that one is wanted.
public final class MakePictureTool implements Tool {
  public static final String NAME = "make_picture";

  /// What image models take (Gemini's documentation, "Image generation").
  static final List<String> RATIOS =
      List.of("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9");

  private static final Logger log = LoggerFactory.getLogger(MakePictureTool.class);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// A picture takes up to half a minute, and more where the provider is busy.
  private static final Duration TIME_LIMIT = Duration.ofMinutes(2);

  /// Each costs as much as some hundred answers.
  private static final int MOST_PICTURES = 4;

  private static final String STEM = "picture";

  private final Illustrator illustrator;
  private final Function<CallRefusal, String> refusals;

  /// @param refusals words for people why a picture may not be paid for
  public MakePictureTool(Illustrator illustrator, Function<CallRefusal, String> refusals) {
    this.illustrator = illustrator;
    this.refusals = refusals;
  }

  @Override
  public ToolSpec spec() {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties
        .putObject("prompt")
        .put("type", "string")
        .put(
            "description",
            "What the picture shows and in which style, in full sentences; or what to change about"
                + " the pictures in edit.");
    ObjectNode edit =
        properties
            .putObject("edit")
            .put("type", "array")
            .put(
                "description",
                "Names of pictures in this conversation to change or to use, such as photo.png.");
    edit.putObject("items").put("type", "string");
    ObjectNode ratio = properties.putObject("aspect_ratio").put("type", "string");
    RATIOS.forEach(ratio.putArray("enum")::add);
    schema.putArray("required").add("prompt");
    return new ToolSpec(
        NAME,
        "Makes a picture, or changes pictures that people sent or that were made before. Use it only"
            + " where somebody wants a picture. The picture is shown below your answer by itself, so"
            + " do not link to it.",
        schema);
  }

  /// One that is made twice costs twice, and changes nothing.
  @Override
  public ToolEffect effect() {
    return ToolEffect.READS;
  }

  @Override
  public boolean needsConversation() {
    return true;
  }

  @Override
  public Duration timeLimit(Duration usual) {
    return TIME_LIMIT.compareTo(usual) > 0 ? TIME_LIMIT : usual;
  }

  @Override
  public String doing() {
    return "Making a picture…";
  }

  @Override
  public String title(JsonNode arguments) {
    return CallTitle.of("picture", arguments);
  }

  @Override
  public ToolResult run(JsonNode arguments, ToolContext context) {
    String prompt = arguments.path("prompt").asText("").strip();
    if (prompt.isEmpty()) {
      return new ToolResult.Failure("prompt must say what the picture shows");
    }
    if (!context.files().claim(MOST_PICTURES)) {
      return new ToolResult.Failure(
          "there are %d pictures for this answer already; that is the most"
              .formatted(MOST_PICTURES));
    }
    boolean made = false;
    try {
      ToolResult result = claimed(prompt, arguments, context);
      made = result instanceof ToolResult.Success;
      return result;
    } finally {
      if (!made) {
        context.files().giveBack();
      }
    }
  }

  private ToolResult claimed(String prompt, JsonNode arguments, ToolContext context) {
    NamedPictures.Choice chosen = NamedPictures.in(context.files(), arguments.path("edit"));
    return switch (chosen) {
      case NamedPictures.Found(List<Media> pictures) ->
          drawn(prompt, pictures, ratio(arguments), context);
      case NamedPictures.Missing(String why) -> new ToolResult.Failure(why);
    };
  }

  private static Optional<String> ratio(JsonNode arguments) {
    return Optional.of(arguments.path("aspect_ratio").asText("")).filter(RATIOS::contains);
  }

  private ToolResult drawn(
      String prompt, List<Media> edited, Optional<String> ratio, ToolContext context) {
    try {
      Drawn drawn =
          illustrator.draw(
              context.booking().forPurpose(Purpose.IMAGE), prompt, edited, ratio, TIME_LIMIT);
      return switch (drawn) {
        case Drawn.Picture(Media picture, String words) ->
            shown(context.files(), prompt, picture, words);
        case Drawn.Nothing(String words) ->
            new ToolResult.Failure("no picture came of it; the model for pictures said: " + words);
        case Drawn.Blocked(boolean becauseOfPrompt) ->
            new ToolResult.Failure(
                becauseOfPrompt
                    ? "the provider's safety filter refuses this prompt"
                    : "the provider's safety filter withheld the picture");
        case Drawn.NoRoom() ->
            new ToolResult.Failure("there was no room for a picture in what it may still cost");
      };
    } catch (ModelUnaffordableException unaffordable) {
      return new ToolResult.Failure(
          "a picture may not be paid for now; tell the person this: "
              + refusals.apply(unaffordable.refusal()));
    } catch (ModelCancelledException unwanted) {
      throw unwanted;
    } catch (ModelException failure) {
      log.warn("a picture was not made: {}", failure.getMessage());
      return new ToolResult.Failure("the model for pictures does not answer now");
    }
  }

  private ToolResult shown(ToolFiles files, String prompt, Media picture, String words) {
    ReplyFile kept =
        files.keep(
            new ToolFiles.Made(
                STEM,
                PictureType.ending(picture.mediaType()),
                picture.mediaType(),
                picture.content(),
                prompt));
    ObjectNode told =
        JSON.objectNode()
            .put("picture", kept.file().name())
            .put("shown", "below your answer")
            .put("made_by", illustrator.model());
    if (!words.isBlank()) {
      told.put("said", words);
    }
    return new ToolResult.Success(told, List.of(kept));
  }
}
