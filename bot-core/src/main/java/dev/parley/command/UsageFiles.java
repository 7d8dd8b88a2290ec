package dev.parley.command;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentStore;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.usage.ChartUnavailableException;
import dev.parley.usage.LedgerQuery;
import dev.parley.usage.SpendingChart;
import dev.parley.usage.UsageLedger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was spent as files: a picture, and a table of all rows.
public final class UsageFiles {
  private static final Logger log = LoggerFactory.getLogger(UsageFiles.class);

  /// Discord takes files of 10 MB.
  private static final int MOST_BYTES = 8_000_000;

  private static final int MOST_EXPORTS = 4;
  private static final String ENDS =
      "There are more: the file ends after 8 MB. Ask for fewer days.";

  private final UsageLedger ledger;
  private final SpendingChart chart;
  private final AttachmentStore store;
  private final Semaphore exports = new Semaphore(MOST_EXPORTS);

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
    if (!exports.tryAcquire()) {
      return Reply.notice("Others are exporting right now. Please ask again in a minute.");
    }
    try {
      return exported(tenant, user, range, zone, channelNames);
    } finally {
      exports.release();
    }
  }

  private Reply exported(
      TenantId tenant,
      Optional<UserId> user,
      DateRange range,
      ZoneId zone,
      UnaryOperator<String> channelNames) {
    LedgerCsv csv = new LedgerCsv(channelNames, MOST_BYTES);
    boolean all = ledger.rows(query(tenant, user, range, zone), csv::add);
    if (csv.rows() == 0) {
      return Reply.notice("Nothing was spent " + range.words() + ".");
    }
    String name = "usage-%s-%s.csv".formatted(range.first(), range.last());
    return Reply.answer(
            "%,d %s %s.%s"
                .formatted(
                    csv.rows(),
                    csv.rows() == 1 ? "call" : "calls",
                    range.words(),
                    all ? "" : " " + ENDS))
        .with(List.of(kept(tenant, name, Attachment.TEXT, csv.content(), "Table of calls")));
  }

  private static LedgerQuery query(
      TenantId tenant, Optional<UserId> user, DateRange range, ZoneId zone) {
    Instant from = range.first().atStartOfDay(zone).toInstant();
    Instant until = range.last().plusDays(1).atStartOfDay(zone).toInstant();
    return new LedgerQuery(tenant, user, from, until);
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
