package dev.parley.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.ReplyFile;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolFiles;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolUser;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A wished chart")
@Timeout(120)
class MakeChartToolTest {
  private static final Author ANN = new Author(new UserId("U1"), "Ann");
  private static final Place PLACE =
      new Place(new TenantId(new PlatformName("web"), "T1"), "general", Optional.empty(), false);

  private final MakeChartTool tool = new MakeChartTool(ChartSettings.DEFAULT);
  private final Desk desk = new Desk();

  /// Keeps what is drawn.
  private static final class Desk implements ToolFiles {
    private final List<Made> made = new ArrayList<>();
    private int claimed;

    @Override
    public List<Attachment> there() {
      return List.of();
    }

    @Override
    public Optional<AttachmentContent> read(Attachment file) {
      return Optional.empty();
    }

    @Override
    public ReplyFile keep(Made file) {
      made.add(file);
      return new ReplyFile(
          new Attachment(
              file.stem() + "-" + made.size() + "." + file.ending(),
              file.mediaType(),
              file.content().sha256(),
              file.content().size()),
          file.description());
    }

    @Override
    public boolean claim(int most) {
      return claimed++ < most;
    }

    @Override
    public void giveBack() {
      claimed--;
    }
  }

  private ToolResult run(JsonNode arguments) {
    return tool.run(
        arguments,
        new ToolContext(
            new ToolUser(PLACE.conversation(SessionScope.CHANNEL, ANN.id()), PLACE, ANN, Set.of()),
            new Booking(
                new Payer(PLACE.tenant(), PLACE.channel(), ANN.id(), ANN.name(), Set.of()),
                Purpose.ANSWER,
                Optional.empty()),
            desk));
  }

  private Pixels drawn(JsonNode arguments) {
    assertThat(run(arguments)).isInstanceOf(ToolResult.Success.class);
    return Pixels.of(desk.made.getLast().content());
  }

  static Stream<String> hard() {
    return SomeFigures.all().keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hard")
  @DisplayName("is drawn within its card, whatever is hard about it")
  void drawn(String what) {
    Pixels picture = drawn(SomeFigures.all().get(what));

    assertThat(picture.width()).isEqualTo(1_800);
    assertThat(picture.height()).isEqualTo(960);
    assertThat(picture.hasFreeRim()).isTrue();
  }

  @Test
  @DisplayName("has bars that are as high as its numbers, above and below nothing")
  void bars() {
    Pixels picture =
        drawn(SomeFigures.json("{'kind':'bar','labels':['a','b'],'series':[{'values':[4,-2]}]}"));

    int up = picture.tallest(Palette.SERIES.getFirst(), 0.1, 0.5);
    int down = picture.tallest(Palette.SERIES.getFirst(), 0.6, 0.95);
    assertThat(up).isBetween(down * 2 - 8, down * 2 + 8).isPositive();
  }

  @Test
  @DisplayName("has a colour for each series, and for each part of a pie by its share")
  void colours() {
    Pixels bars =
        drawn(
            SomeFigures.json(
                "{'kind':'bar','series':[{'name':'a','values':[1]},{'name':'b','values':[1]}]}"));
    Pixels pie =
        drawn(SomeFigures.json("{'kind':'pie','labels':['a','b'],'series':[{'values':[3,1]}]}"));

    assertThat(bars.count(Palette.SERIES.get(1)))
        .isCloseTo(
            bars.count(Palette.SERIES.get(0)), org.assertj.core.data.Percentage.withPercentage(5));
    assertThat(pie.count(Palette.SERIES.get(0)))
        .isBetween(
            pie.count(Palette.SERIES.get(1)) * 27 / 10, pie.count(Palette.SERIES.get(1)) * 33 / 10);
  }

  @Test
  @DisplayName("has the points of a label above each other, and areas that begin at nothing")
  void slots() {
    Pixels lines =
        drawn(
            SomeFigures.json(
                "{'kind':'line','series':[{'name':'a','values':[1,2]},{'name':'b','values':[1,2]}]}"));
    Pixels area = drawn(SomeFigures.json("{'kind':'area','series':[{'values':[-1,3,-1]}]}"));
    Color filled = new Color(area.colors()[area.height() / 2 * area.width() + area.width() / 2]);

    assertThat(lines.extent(Palette.SERIES.getFirst(), 0.7).isEmpty()).isTrue();
    assertThat(area.count(filled)).isGreaterThan(area.width() * area.height() / 50);
    assertThat(area.extent(filled).getMaxY()).isLessThan(area.height() * 0.9);
  }

  @Test
  @DisplayName("tells numbers apart that are far from nothing")
  void axis() {
    Span span = Span.of(List.of(new BigDecimal("1000.1"), new BigDecimal("1000.3")), false);

    assertThat(span.tick(1.0001)).isEqualTo("1000.1");
    assertThat(span.tick(1.0002)).isEqualTo("1000.2");
  }

  @Test
  @DisplayName("is a file that people see, described by its data")
  void file() {
    ToolResult result =
        run(
            SomeFigures.json(
                "{'kind':'line','title':'Visits','y_title':'a day','labels':['Mon','Tue'],"
                    + "'series':[{'name':'Shop','values':[3,5.5]},{'name':'Café','values':[1,2]}]}"));

    ToolFiles.Made made = desk.made.getLast();
    assertThat(made.mediaType()).isEqualTo("image/png");
    assertThat(made.description())
        .isEqualTo("Line chart \"Visits\" (a day): Shop: Mon 3, Tue 5.5; Café: Mon 1, Tue 2.");
    assertThat(((ToolResult.Success) result).files()).hasSize(1);
    assertThat(((ToolResult.Success) result).output().toString())
        .isEqualTo("{\"picture\":\"chart-1.png\",\"shown\":\"below your answer\"}");
  }

  @Test
  @DisplayName("is described in bounds, and by its points where it has some")
  void describedInBounds() {
    run(SomeFigures.all().get("line with many values"));
    String longest = desk.made.getLast().description();
    run(SomeFigures.json("{'kind':'scatter','series':[{'x':[1],'values':[2]}]}"));

    assertThat(longest).hasSizeLessThanOrEqualTo(1_000).contains("1 5, 2 42").endsWith("340 more.");
    assertThat(desk.made.getLast().description()).isEqualTo("Scatter plot: (1, 2).");
  }

  @Test
  @DisplayName("is one of four at most; one that cannot be drawn does not count")
  void four() {
    JsonNode fine = SomeFigures.json("{'kind':'bar','series':[{'values':[1]}]}");

    run(SomeFigures.json("{'kind':'bar','series':[]}"));
    List<ToolResult> results = Stream.generate(() -> run(fine)).limit(5).toList();

    assertThat(results).filteredOn(ToolResult.Success.class::isInstance).hasSize(4);
    assertThat(results.getLast().toString()).contains("4 pictures", "that is the most");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'kind':'cake','series':[{'values':[1]}]} | bar, line, area, pie or scatter",
        "{'kind':'bar'} | series must have 1 to 8",
        "{'kind':'bar','series':[{'values':[]}]} | 1 to 60 numbers",
        "{'kind':'bar','series':[{'values':['x']}]} | numbers only",
        "{'kind':'bar','series':[{'values':[null]}]} | numbers only",
        "{'kind':'bar','series':[{'values':[1e16]}]} | numbers only",
        "{'kind':'bar','labels':['a'],'series':[{'values':[1,2]}]} | 1, not 2",
        "{'kind':'bar','series':[{'values':[1,2]},{'values':[1]}]} | 2, not 1",
        "{'kind':'pie','series':[{'values':[1,-2]}]} | no negative values",
        "{'kind':'pie','series':[{'values':[0]}]} | at least one above 0",
        "{'kind':'pie','series':[{'values':[1]},{'values':[1]}]} | one series",
        "{'kind':'scatter','series':[{'values':[1]}]} | an x for each",
      })
  @DisplayName("that cannot be drawn is mended by what the model is told")
  void wrong(String arguments, String why) {
    assertThat(run(SomeFigures.json(arguments)))
        .isInstanceOfSatisfying(
            ToolResult.Failure.class, failure -> assertThat(failure.reason()).contains(why));
    assertThat(desk.made).isEmpty();
  }

  @Test
  @DisplayName("changes nothing, and people read that it is drawn")
  void manner() {
    assertThat(tool.effect()).isEqualTo(ToolEffect.READS);
    assertThat(tool.doing()).isEqualTo("Drawing a chart…");
  }
}
