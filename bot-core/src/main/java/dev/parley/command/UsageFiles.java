package dev.parley.command;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentStore;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.usage.ChartUnavailableException;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.SpendingChart;
import dev.parley.usage.UsageLedger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was spent as files: a picture, and a table of all rows.
public final class UsageFiles {
  private static final Logger log = LoggerFactory.getLogger(UsageFiles.class);
  private static final int MOST_ROWS = 50_000;

  private final UsageLedger ledger;
  private final SpendingChart chart;
  private final AttachmentStore store;

  public UsageFiles(UsageLedger ledger, SpendingChart chart, AttachmentStore store) {
    this.ledger = ledger;
    this.chart = chart;
    this.store = store;
  }

  /// A picture of it; nothing where there is nothing to see, or no picture can be had.
  Optional<ReplyFile> chart(TenantId tenant, UsageReport report) {
    if (report.isEmpty()) {
      return Optional.empty();
    }
    try {
      AttachmentContent picture = chart.paint(report.spending());
      return Optional.of(
          kept(tenant, "usage.png", "image/png", picture, "Bar chart: " + report.title()));
    } catch (ChartUnavailableException noPicture) {
      log.warn("usage is shown without a picture: {}", noPicture.getMessage());
      return Optional.empty();
    }
  }

  /// All rows of some days as a file.
  ///
  /// @param user whose; empty: everybody's
  Reply export(
      TenantId tenant,
      Optional<UserId> user,
      DateRange range,
      ZoneId zone,
      UnaryOperator<String> channelNames) {
    LedgerCsv csv = new LedgerCsv(channelNames);
    Instant from = range.first().atStartOfDay(zone).toInstant();
    Instant until = range.last().plusDays(1).atStartOfDay(zone).toInstant();
    boolean all = ledger.rows(tenant, from, until, entry -> isOf(entry, user), MOST_ROWS, csv::add);
    if (csv.rows() == 0) {
      return Reply.notice("Nothing was spent " + range.words() + ".");
    }
    AttachmentContent content = AttachmentContent.of(csv.text().getBytes(StandardCharsets.UTF_8));
    String name = "usage-%s-%s.csv".formatted(range.first(), range.last());
    return Reply.answer(
            "%,d calls %s.%s"
                .formatted(
                    csv.rows(),
                    range.words(),
                    all
                        ? ""
                        : " There are more than %,d rows: the file ends there; ask for fewer days."
                            .formatted(MOST_ROWS)))
        .with(List.of(kept(tenant, name, Attachment.TEXT, content, "Table of calls")));
  }

  private static boolean isOf(LedgerEntry entry, Optional<UserId> user) {
    return user.isEmpty() || entry.person().user().equals(user.map(UserId::value));
  }

  private ReplyFile kept(
      TenantId tenant,
      String name,
      String mediaType,
      AttachmentContent content,
      String description) {
    store.keep(tenant, content);
    return new ReplyFile(
        new Attachment(name, mediaType, content.sha256(), content.size()), description);
  }
}
