package dev.parley.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.quota.QuotaRule.Cheaper;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Any rule")
final class QuotaLinePropertiesTest {
  private static final long LARGEST = 1_000_000_000_000L;

  @Provide
  Arbitrary<QuotaRule> rules() {
    Arbitrary<Long> amounts =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, LARGEST), Arbitraries.just(QuotaRule.UNLIMITED));
    return Combinators.combine(
            scopes(),
            amounts,
            Arbitraries.of(QuotaUnit.class),
            Arbitraries.of(Window.class),
            cheaper().optional(),
            Arbitraries.integers().between(1, 100))
        .as(
            (scope, most, unit, window, cheaper, share) ->
                new QuotaRule(scope, most, unit, window, cheaper, scope.shared() ? share : 100));
  }

  private static Arbitrary<QuotaScope> scopes() {
    Arbitrary<String> ids =
        Arbitraries.strings().alpha().numeric().withChars("-_.@").ofMinLength(1).ofMaxLength(20);
    return Combinators.combine(Arbitraries.of(QuotaScope.Kind.class), ids)
        .as((kind, id) -> new QuotaScope(kind, kind.named() ? id : ""));
  }

  private static Arbitrary<Cheaper> cheaper() {
    return Combinators.combine(
            Arbitraries.of("gemini-3.5-flash-lite", "demo", "models/x@1"),
            Arbitraries.integers().between(1, 99))
        .as(Cheaper::new);
  }

  @Property
  @Label("reads back as the same from what it is written as")
  void readsBack(@ForAll("rules") QuotaRule rule) {
    assertThat(QuotaLine.read(rule.text())).isEqualTo(Optional.of(rule));
  }

  @Property
  @Label("reads back whatever its letters' case, and whatever language the machine speaks")
  void anyCase(@ForAll("rules") QuotaRule rule) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      Optional<QuotaRule> read = QuotaLine.read(rule.text());
      Locale.setDefault(before);

      assertThat(read).isEqualTo(Optional.of(rule));
      assertThat(QuotaLine.read(rule.text().toUpperCase(Locale.ROOT)).map(QuotaRule::most))
          .isEqualTo(Optional.of(rule.most()));
    } finally {
      Locale.setDefault(before);
    }
  }
}
