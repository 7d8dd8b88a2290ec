package dev.parley.chart;

import dev.parley.usage.Spending;
import dev.parley.usage.Spending.Series;
import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What a picture shows in colours of their own: the largest series, and the rest as one.
final class Parts {
  private static final int MOST = Palette.SERIES.size();

  private Parts() {}

  /// @param values an amount for each slot
  record Part(String name, Color color, List<BigDecimal> values) {}

  static List<Part> of(Spending spending) {
    List<Series> all = spending.series();
    List<Integer> bySize =
        IntStream.range(0, all.size())
            .boxed()
            .sorted(Comparator.comparing((Integer at) -> all.get(at).total()).reversed())
            .toList();
    List<Part> parts = new ArrayList<>();
    for (int at : bySize.stream().limit(MOST).sorted().toList()) {
      Series one = all.get(at);
      parts.add(new Part(one.name(), Palette.SERIES.get(parts.size()), one.values()));
    }
    if (all.size() > MOST) {
      List<Series> rest = bySize.stream().skip(MOST).map(all::get).toList();
      parts.add(new Part("others", Palette.OTHERS, sums(rest)));
    }
    return parts;
  }

  private static List<BigDecimal> sums(List<Series> rest) {
    return IntStream.range(0, rest.getFirst().values().size())
        .mapToObj(
            slot ->
                rest.stream()
                    .map(one -> one.values().get(slot))
                    .reduce(BigDecimal.ZERO, BigDecimal::add))
        .toList();
  }
}
