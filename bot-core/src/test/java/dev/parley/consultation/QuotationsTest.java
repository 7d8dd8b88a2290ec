package dev.parley.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.citation.CitedText;
import dev.parley.citation.Source;
import dev.parley.citation.Sources;
import dev.parley.citation.Support;
import dev.parley.knowledge.KnowledgeSettings.WhenNothingFits;
import dev.parley.model.ModelMessage;
import dev.parley.model.RawContent;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Quotations in an answer")
class QuotationsTest {
  private static final Pattern NUMBER = Pattern.compile("\\\\\\[(\\d+)\\\\]");

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder seen = new StringBuilder();
  private final Quotations quotations =
      new Quotations(
          new Consultation.Given(List.of(Quoted.LEAVE, Quoted.TRAVEL), WhenNothingFits.ANSWER));

  private Quotations.Round hear(String... deltas) {
    Quotations.Round round =
        quotations.round(
            more -> {
              text.append(more);
              seen.append(more);
            },
            seen::append,
            text);
    List.of(deltas).forEach(round::hear);
    round.end();
    return round;
  }

  private String shown() {
    return CitedText.of(text.toString(), quotations.sources());
  }

  @Test
  @DisplayName("are numbered in the order in which they come, while they come and at the end")
  void numbered() {
    hear("Trains first [KAB", "CDE]. Then 30 days [K3F9A0][KABCDE].\n\nTwice [K3F9A0].");

    assertThat(seen)
        .hasToString("Trains first\\[1\\]. Then 30 days\\[1\\]\\[2\\].\n\nTwice\\[2\\].");
    assertThat(shown())
        .isEqualTo(
            seen
                + "\n\n**Sources**\n\n1. [Travel](<https://example.org/Travel>)\n"
                + "2. [Leave](<https://example.org/Leave>)");
    assertThat(quotations.cited()).containsExactly(Quoted.TRAVEL, Quoted.LEAVE);
  }

  @Test
  @DisplayName("keep their numbers where pages of the web come before them, whose places are moved")
  void withPages() {
    Quotations.Round round = hear("It rains. You have 30 days [K3F9A0]. It is cold.");
    Sources pages =
        new Sources(
            List.of(new Source("https://example.org/rain", "Rain", "")),
            List.of(new Support(9, List.of(0)), new Support(48, List.of(0))),
            List.of(),
            List.of());

    String whole = CitedText.of(text.toString(), quotations.sources().plus(round.placed(pages), 0));

    assertThat(whole)
        .startsWith("It rains.\\[2\\] You have 30 days\\[1\\]. It is cold.\\[2\\]\n\n**Sources**");
  }

  @Test
  @DisplayName("have no number in code, and are listed all the same")
  void inCode() {
    hear("Run:\n\n```\nmake [K3F9A0]\n```\n");

    assertThat(seen).hasToString("Run:\n\n```\nmake\n```\n");
    assertThat(shown()).contains("1. [Leave](").doesNotContain("\\[1\\]");
  }

  @Test
  @DisplayName("are remembered without marks, also in what the provider wants back")
  void remembered() {
    RawContent raw =
        new RawContent(
            "{\"parts\":[{\"text\":\"Days [K3F9A0], [K99999].\",\"thoughtSignature\":\"QQ==\"},"
                + "{\"functionCall\":{\"name\":\"x\",\"args\":{\"note\":\"[K3F9A0]\"}}}]}");

    ModelMessage kept = quotations.remembered(new ModelMessage.FromModel(raw));

    assertThat(((ModelMessage.FromModel) kept).content().json())
        .isEqualTo(
            "{\"parts\":[{\"text\":\"Days.\",\"thoughtSignature\":\"QQ==\"},"
                + "{\"functionCall\":{\"name\":\"x\",\"args\":{\"note\":\"[K3F9A0]\"}}}]}");
  }

  @Test
  @DisplayName("are none where there are no documents: whatever looks like one stays")
  void noDocuments() {
    StringBuilder plain = new StringBuilder();
    Quotations none = new Quotations(Consultation.none());
    Quotations.Round round = none.round(plain::append, _ -> {}, plain);

    round.hear("Part [K12345] ");

    assertThat(plain).hasToString("Part [K12345] ");
  }

  @Provide
  static Arbitrary<List<String>> statements() {
    return Arbitraries.of(
            "One [K3F9A0]. ",
            "Two [KABCDE]",
            " and ",
            "**bold [K3F9A0]** ",
            "\n\n- item [KABCDE]",
            "Three [K99999]. ",
            "`code [K3F9A0]` ",
            "[KABCDE][K3F9A0]")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property(tries = 500)
  @Label("are called by the same number while they come and at the end")
  void sameNumbers(@ForAll("statements") List<String> statements) {
    text.setLength(0);
    seen.setLength(0);
    QuotationsTest fresh = new QuotationsTest();
    fresh.hear(statements.toArray(String[]::new));

    List<String> order =
        NUMBER.matcher(fresh.seen).results().map(it -> it.group(1)).distinct().toList();
    String whole = fresh.shown();

    assertThat(order.stream().sorted().toList()).isSubsetOf("1", "2");
    for (String number : order) {
      int place = Integer.parseInt(number) - 1;
      assertThat(whole).contains(number + ". [" + fresh.quotations.cited().get(place).title());
    }
  }
}
