package dev.parley.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentStore;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.usage.ChartUnavailableException;
import dev.parley.usage.DayUse;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.Money;
import dev.parley.usage.TokenUsage;
import dev.parley.usage.UsageLedger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An export of what was spent")
@Timeout(60)
class UsageFilesTest {
  private static final TenantId TENANT = new TenantId(new PlatformName("slack"), "T1");
  private static final LocalDate DAY = LocalDate.parse("2026-11-25");
  private static final int AT_ONCE = 4;

  /// Of rows, more than have room.
  private static final int MANY = 200_000;

  private final Map<String, AttachmentContent> kept = new ConcurrentHashMap<>();

  private static LedgerEntry row(int number) {
    return new LedgerEntry(
        "call-" + number,
        DAY.atStartOfDay().toInstant(ZoneOffset.UTC),
        new LedgerEntry.Person("1", Optional.of("U1"), "Ann"),
        "C1",
        Optional.empty(),
        Optional.empty(),
        "answer",
        "flash",
        "flash@2026-01-01",
        TokenUsage.NONE,
        Money.ZERO,
        1,
        true);
  }

  /// A ledger of which only rows are asked for.
  @FunctionalInterface
  private interface Rows extends UsageLedger {
    @Override
    default List<DayUse> days(TenantId tenant, LocalDate first, LocalDate last) {
      return List.of();
    }

    @Override
    default List<LedgerEntry.Person> people(TenantId tenant) {
      return List.of();
    }

    @Override
    default boolean forget(TenantId tenant, UserId user) {
      return false;
    }
  }

  private final class KeptFiles implements AttachmentStore {
    @Override
    public void keep(TenantId tenant, AttachmentContent content) {
      kept.put(content.sha256(), content);
    }

    @Override
    public Optional<AttachmentContent> find(TenantId tenant, String sha256) {
      return Optional.ofNullable(kept.get(sha256));
    }
  }

  private Reply export(UsageFiles files) {
    DateRange day = new DateRange(DAY, DAY, "today");
    return files.export(TENANT, Optional.empty(), day, ZoneOffset.UTC, channel -> channel);
  }

  private UsageFiles files(Rows rows) {
    return new UsageFiles(
        rows,
        _ -> {
          throw new ChartUnavailableException("none is wanted", null);
        },
        new KeptFiles());
  }

  @Test
  @DisplayName("that gets too large ends with a whole row, and says so")
  void tooLarge() {
    Rows many =
        (_, taker) -> {
          int number = 0;
          while (number < MANY && taker.test(row(number))) {
            number++;
          }
          return number == MANY;
        };

    Reply reply = export(files(many));

    assertThat(reply.markdown()).contains("calls today. There are more: the file ends after 8 MB.");
    assertThat(kept.values())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.size()).isBetween(7_990_000, 8_000_000);
              assertThat(new String(file.bytes(), UTF_8)).endsWith("\r\n");
            });
  }

  @Test
  @DisplayName("is refused while four others are made, and not after them")
  void severalAtOnce() throws Exception {
    CountDownLatch begun = new CountDownLatch(AT_ONCE);
    CountDownLatch end = new CountDownLatch(1);
    UsageFiles files =
        files(
            (_, taker) -> {
              begun.countDown();
              awaited(end);
              return taker.test(row(1));
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> others = new ArrayList<>();
      for (int other = 0; other < AT_ONCE; other++) {
        others.add(threads.submit(() -> export(files)));
      }
      begun.await();

      Reply refused = export(files);
      end.countDown();

      assertThat(refused.markdown()).startsWith("Others are exporting right now.");
      for (Future<Reply> other : others) {
        assertThat(other.get().markdown()).isEqualTo("1 call today.");
      }
      assertThat(export(files).markdown()).isEqualTo("1 call today.");
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
