package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.usage.LedgerEntry;
import dev.parley.usage.Money;
import dev.parley.usage.TokenUsage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ledger as comma-separated values")
class LedgerCsvTest {
  private static LedgerEntry by(String name, Optional<String> user) {
    return new LedgerEntry(
        "r1",
        Instant.parse("2026-11-25T10:00:00Z"),
        new LedgerEntry.Person("7", user, name),
        "C1",
        Optional.of("C1"),
        Optional.of("m1"),
        "answer",
        "gemini-3.8-flash",
        "gemini-3.8-flash@2026-09-02",
        new TokenUsage(1, 2, 3, 4, 5),
        new Money(1_234_567),
        1,
        true);
  }

  private static String text(LedgerCsv csv) {
    return new String(csv.content().bytes(), StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("has a row for each call, with its cost to the micro-dollar")
  void rows() {
    LedgerCsv csv = new LedgerCsv(channel -> "#general", 10_000);
    csv.add(by("Ada", Optional.of("U1")));

    assertThat(csv.rows()).isEqualTo(1);
    assertThat(List.of(text(csv).split("\r\n")))
        .hasSize(2)
        .element(1)
        .isEqualTo(
            "2026-11-25T10:00:00Z,U1,Ada,C1,#general,answer,gemini-3.8-flash,"
                + "gemini-3.8-flash@2026-09-02,1,2,3,4,5,0,1,1.234567,true,m1,r1");
  }

  @Test
  @DisplayName("lets no name be a formula, a column or a line")
  void hostileNames() {
    LedgerCsv csv = new LedgerCsv(channel -> channel, 10_000);
    csv.add(by("=HYPERLINK(\"http://x\"),\nBob", Optional.empty()));

    assertThat(text(csv)).contains("Z,7,\"'=HYPERLINK(\"\"http://x\"\"),\nBob\",C1,");
  }

  @Test
  @DisplayName("ends with the last row that has room, and tells")
  void bounded() {
    LedgerCsv one = new LedgerCsv(channel -> channel, 10_000);
    one.add(by("Ada", Optional.of("U1")));
    int size = one.content().size();

    LedgerCsv full = new LedgerCsv(channel -> channel, size);

    assertThat(full.add(by("Ada", Optional.of("U1")))).isTrue();
    assertThat(full.add(by("Ada", Optional.of("U1")))).isFalse();
    assertThat(full.content()).isEqualTo(one.content());
  }
}
