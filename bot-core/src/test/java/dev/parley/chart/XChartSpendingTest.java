package dev.parley.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.attachment.AttachmentContent;
import dev.parley.usage.Spending;
import dev.parley.usage.Spending.Series;
import java.awt.Color;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A picture of what was spent")
class XChartSpendingTest {
  private static final Color FIRST = Palette.SERIES.get(0);
  private static final Color SECOND = Palette.SERIES.get(1);

  private final XChartSpending chart = new XChartSpending(ChartSettings.DEFAULT);

  private static Series series(String name, double... values) {
    return new Series(name, Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList());
  }

  private static Spending days(int count, Optional<BigDecimal> cap, Series... series) {
    List<String> slots = IntStream.rangeClosed(1, count).mapToObj(day -> day + " Nov").toList();
    return new Spending("Spending", "USD", slots, List.of(series), cap);
  }

  private static Spending days(int count, Series... series) {
    return days(count, Optional.empty(), series);
  }

  private static Optional<BigDecimal> cap(double amount) {
    return Optional.of(BigDecimal.valueOf(amount));
  }

  private Pixels painted(Spending spending) {
    return Pixels.of(chart.paint(spending));
  }

  @Test
  @DisplayName("is a sharp PNG of moderate size")
  void png() {
    double[] year = IntStream.range(0, 366).mapToDouble(day -> day * 37 % 101).toArray();

    AttachmentContent content =
        chart.paint(days(366, cap(90), series("a", year), series("b", year)));

    assertThat(content.bytes()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(content.size()).isLessThan(200_000);
    assertThat(Pixels.of(content).width()).isEqualTo(1800);
    assertThat(Pixels.of(content).height()).isEqualTo(840);
  }

  @Test
  @DisplayName("is the same for the same amounts, and another one for others")
  void differs() {
    AttachmentContent one = chart.paint(days(2, series("a", 1, 2)));

    assertThat(chart.paint(days(2, series("a", 1, 2)))).isEqualTo(one);
    assertThat(chart.paint(days(2, series("a", 1, 3)))).isNotEqualTo(one);
  }

  @Nested
  @DisplayName("by day")
  class ByDay {
    @Test
    @DisplayName("has a bar for each, as high as its amount")
    void heights() {
      Pixels pixels = painted(days(2, series("a", 1, 2)));

      double left = pixels.tallest(FIRST, 0, 0.5);
      double right = pixels.tallest(FIRST, 0.5, 1);

      assertThat(left).isGreaterThan(100);
      assertThat(right / left).isCloseTo(2, within(0.03));
    }

    @Test
    @DisplayName("piles the series up, each in its color")
    void piled() {
      Pixels pixels = painted(days(1, series("Ann", 3), series("Bob", 1)));

      Rectangle ann = pixels.extent(FIRST, 0.7);
      Rectangle bob = pixels.extent(SECOND, 0.7);

      assertThat(ann.getHeight() / bob.getHeight()).isCloseTo(3, within(0.1));
      assertThat(bob.getMinX()).isCloseTo(ann.getMinX(), within(2.0));
      assertThat(bob.getMaxY()).isCloseTo(ann.getMinY(), within(3.0));
    }

    @Test
    @DisplayName("draws the cap at its height, across all bars")
    void capped() {
      Pixels pixels = painted(days(3, cap(2), series("a", 1, 1, 1)));

      Rectangle bars = pixels.extent(FIRST);
      int line = lowest(pixels, Palette.CAP);

      double twice = bars.getMaxY() - 2 * bars.getHeight();
      assertThat((double) line).isCloseTo(twice, within(6.0));
      assertThat(pixels.extent(Palette.CAP).getMinX()).isLessThan(bars.getMinX());
      assertThat(pixels.extent(Palette.CAP).getMaxX()).isGreaterThan(bars.getMaxX());
    }

    @Test
    @DisplayName("leaves the line out where the cap is so far away that bars would be flat")
    void farCap() {
      Pixels pixels = painted(days(2, cap(500), series("a", 1, 2)));

      assertThat(pixels.count(Palette.CAP)).isZero();
      assertThat(pixels.tallest(FIRST, 0, 1)).isGreaterThan(300);
    }

    @Test
    @DisplayName("shows the eight largest series, and the rest as others")
    void others() {
      Series[] ten =
          IntStream.range(0, 10).mapToObj(at -> series("a" + at, at + 1)).toArray(Series[]::new);

      Pixels pixels = painted(days(1, ten));

      assertThat(Palette.SERIES).hasSize(8).allMatch(color -> pixels.count(color) > 500);
      double others = pixels.tallest(Palette.OTHERS, 0, 0.6);
      assertThat(others / pixels.tallest(FIRST, 0, 0.6)).isCloseTo(1, within(0.2));
    }

    @Test
    @DisplayName("has no legend where there is nothing to tell apart")
    void alone() {
      Series one = series("a", 1, 1, 1);
      Series other = series("b", 1, 1, 1);

      assertThat(painted(days(3, one)).tallest(FIRST, 0.8, 0.9)).isGreaterThan(300);
      assertThat(painted(days(3, one, other)).tallest(FIRST, 0.8, 0.9)).isZero();
      assertThat(painted(days(3, one, other)).tallest(FIRST, 0.9, 1)).isBetween(20, 60);
    }
  }

  private static int lowest(Pixels pixels, Color color) {
    return (int) pixels.extent(color).getMaxY() - 1;
  }

  @Test
  @DisplayName("by name has lying bars, as long as their amounts")
  void byName() {
    List<String> names =
        List.of("Ann-Katrin Lindgren of Uppsala and of many other places too", "Bob");
    Spending spending =
        new Spending("Spending", "USD", names, List.of(series("all", 4, 1)), cap(5));

    Pixels pixels = painted(spending);
    Rectangle bars = pixels.extent(FIRST);
    Rectangle line = pixels.extent(Palette.CAP);

    assertThat(bars.getWidth()).isGreaterThan(2 * pixels.tallest(FIRST, 0, 1));
    assertThat(line.getMaxX()).isGreaterThan(bars.getMaxX());
    assertThat(pixels.hasFreeRim()).isTrue();
  }

  static Stream<Spending> shapes() {
    return Stream.of(
        days(1, series("a", 0)),
        days(7, cap(0), series("a", 0, 0, 0, 0, 0, 0, 0)),
        days(1, cap(3), series("a", 0)),
        days(1, series("a", 0.000001)),
        days(1, series("a", 1e-15)),
        days(1, series("a", 1e30)),
        days(
            31, cap(70), series("a", IntStream.range(0, 31).mapToDouble(day -> 2 * day).toArray())),
        days(366, series("a", new double[366])),
        days(3, series("a", 1, 2, 3), series("b", 1, 2, 3), series("b", 3, 2, 1)));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  @DisplayName("is drawn whatever the amounts are")
  void amounts(Spending spending) {
    Pixels pixels = painted(spending);

    assertThat(pixels.count(Palette.FAINT)).isGreaterThan(20);
    assertThat(pixels.hasFreeRim()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u0000\u0007\n\r\t",
        "\u202Eevil\u2066",
        "$x^2$",
        "<b>bold</b>",
        "山田太郎",
        "محمد علي",
        "👩‍👩‍👧🦊❤️",
        "Z̴̡̛͈͓̹̞͐̈́̅̾̀a̸̢͎͈͊̔l̵̻̑g̷̈́o̶",
        "\uD83D",
        "\u2800\u3164\u200B",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
      })
  @DisplayName("keeps its layout whatever people call themselves")
  void oddNames(String name) {
    Series all = series("all", 1, 2);
    Spending byDay =
        new Spending(name, name, List.of(name, name), List.of(all, series(name, 2, 1)), cap(2));
    Spending byName =
        new Spending(name, name, List.of(name, "a".repeat(400)), List.of(all), cap(2));

    Pixels days = painted(byDay);
    Pixels names = painted(byName);

    assertThat(days.hasFreeRim()).isTrue();
    assertThat(days.tallest(SECOND, 0, 0.6)).isGreaterThan(150);
    assertThat(names.hasFreeRim()).isTrue();
    assertThat(names.count(FIRST)).isGreaterThan(10_000);
  }
}
