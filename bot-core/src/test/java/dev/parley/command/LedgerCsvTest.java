package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.usage.LedgerEntry;
import dev.parley.usage.Money;
import dev.parley.usage.TokenUsage;
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
        true);
  }

  @Test
  @DisplayName("has a row for each call, with its cost to the micro-dollar")
  void rows() {
    LedgerCsv csv = new LedgerCsv(channel -> "#general");
    csv.add(by("Ada", Optional.of("U1")));

    assertThat(csv.rows()).isEqualTo(1);
    assertThat(List.of(csv.text().split("\r\n")))
        .hasSize(2)
        .element(1)
        .isEqualTo(
            "2026-11-25T10:00:00Z,U1,Ada,C1,#general,answer,gemini-3.8-flash,"
                + "gemini-3.8-flash@2026-09-02,1,2,3,4,5,0,1.234567,true,m1,r1");
  }

  @Test
  @DisplayName("lets no name be a formula, a column or a line")
  void hostileNames() {
    LedgerCsv csv = new LedgerCsv(channel -> channel);
    csv.add(by("=HYPERLINK(\"http://x\"),\nBob", Optional.empty()));

    assertThat(csv.text()).contains("Z,7,\"'=HYPERLINK(\"\"http://x\"\"),\nBob\",C1,");
  }
}
