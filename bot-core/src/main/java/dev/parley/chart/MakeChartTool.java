package dev.parley.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.attachment.AttachmentContent;
import dev.parley.message.ReplyFile;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolFiles;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSpec;
import dev.parley.usage.ChartUnavailableException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws numbers as a chart that people see with the answer.
public final class MakeChartTool implements Tool {
  public static final String NAME = "make_chart";

  private static final Logger log = LoggerFactory.getLogger(MakeChartTool.class);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_FILES = 4;
  private static final String STEM = "chart";
  private static final String ENDING = "png";
  private static final String MEDIA_TYPE = "image/png";

  private final Easel easel;

  public MakeChartTool(ChartSettings settings) {
    this.easel = new Easel(settings);
  }

  @Override
  public ToolSpec spec() {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ObjectNode kind = properties.putObject("kind").put("type", "string");
    Stream.of(Figure.Kind.values()).map(Figure.Kind::word).forEach(kind.putArray("enum")::add);
    text(properties, "title", "What the chart is about, in a few words.");
    text(properties, "x_title", "What the axis from left to right means, with its unit.");
    text(properties, "y_title", "What the values mean, with their unit, such as EUR per month.");
    list(properties, "labels", "string", "A label for each value, in order; none for scatter.");
    ObjectNode series =
        properties
            .putObject("series")
            .put("type", "array")
            .put("minItems", 1)
            .put("maxItems", FigureReader.MOST_SERIES)
            .put("description", "What is compared; a pie has one.");
    ObjectNode one = series.putObject("items").put("type", "object");
    ObjectNode parts = one.putObject("properties");
    text(parts, "name", "Its name, where there are several.");
    list(parts, "values", "number", "Numbers, one for each label.");
    list(parts, "x", "number", "For scatter only: where each value is from left to right.");
    one.putArray("required").add("values");
    schema.putArray("required").add("kind").add("series");
    return new ToolSpec(
        NAME,
        "Draws numbers as a chart: bars, lines, areas, a pie or a scatter plot, of at most "
            + "%d series, %d bars, %d slices or %d values each."
                .formatted(
                    FigureReader.MOST_SERIES,
                    FigureReader.MOST_BARS,
                    FigureReader.MOST_SLICES,
                    FigureReader.MOST_VALUES)
            + " The picture is shown below your answer by itself, so do not link to it.",
        schema);
  }

  private static void text(ObjectNode properties, String name, String description) {
    properties.putObject(name).put("type", "string").put("description", description);
  }

  private static void list(ObjectNode properties, String name, String type, String description) {
    properties
        .putObject(name)
        .put("type", "array")
        .put("description", description)
        .putObject("items")
        .put("type", type);
  }

  /// One that is made twice changes nothing.
  @Override
  public ToolEffect effect() {
    return ToolEffect.READS;
  }

  @Override
  public String doing() {
    return "Drawing a chart…";
  }

  @Override
  public boolean needsConversation() {
    return true;
  }

  @Override
  public ToolResult run(JsonNode arguments, ToolContext context) {
    return switch (FigureReader.read(arguments)) {
      case FigureReader.Wrong(String why) -> new ToolResult.Failure(why);
      case FigureReader.Drawable(Figure figure) -> claimed(figure, context.files());
    };
  }

  private ToolResult claimed(Figure figure, ToolFiles files) {
    if (!files.claim(MOST_FILES)) {
      return new ToolResult.Failure(
          "there are %d pictures for this answer already; that is the most".formatted(MOST_FILES));
    }
    boolean made = false;
    try {
      ToolResult result = drawn(figure, files);
      made = result instanceof ToolResult.Success;
      return result;
    } finally {
      if (!made) {
        files.giveBack();
      }
    }
  }

  private ToolResult drawn(Figure figure, ToolFiles files) {
    try {
      byte[] png = easel.inTurn(() -> new FigureCard(figure).png());
      ReplyFile kept =
          files.keep(
              new ToolFiles.Made(
                  STEM, ENDING, MEDIA_TYPE, AttachmentContent.of(png), FigureWords.of(figure)));
      return new ToolResult.Success(
          JSON.objectNode().put("picture", kept.file().name()).put("shown", "below your answer"),
          List.of(kept));
    } catch (ChartUnavailableException unavailable) {
      log.warn("no chart was drawn", unavailable);
      return new ToolResult.Failure("no chart can be drawn now; tell the numbers in words");
    }
  }
}
