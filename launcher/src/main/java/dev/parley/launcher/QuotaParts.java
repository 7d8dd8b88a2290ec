package dev.parley.launcher;

import dev.parley.attachment.AttachmentStore;
import dev.parley.chart.ChartSettings;
import dev.parley.chart.XChartSpending;
import dev.parley.command.Announcements;
import dev.parley.command.AuditCommand;
import dev.parley.command.Command;
import dev.parley.command.Directory;
import dev.parley.command.PeopleNames;
import dev.parley.command.QuotaAdminsCommand;
import dev.parley.command.QuotaApproveCommand;
import dev.parley.command.QuotaClearCommand;
import dev.parley.command.QuotaContext;
import dev.parley.command.QuotaDeclineCommand;
import dev.parley.command.QuotaGrantCommand;
import dev.parley.command.QuotaRequestCommand;
import dev.parley.command.QuotaSetCommand;
import dev.parley.command.QuotaShowCommand;
import dev.parley.command.UsageCommand;
import dev.parley.command.UsageFiles;
import dev.parley.command.UsageLimits;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.engine.QuotaNotices;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.launcher.settings.Settings;
import dev.parley.model.CallMeter;
import dev.parley.quota.Counters;
import dev.parley.quota.CurrentRules;
import dev.parley.quota.LimitStates;
import dev.parley.quota.ModelAdvice;
import dev.parley.quota.QuotaBook;
import dev.parley.quota.QuotaMeter;
import dev.parley.quota.QuotaSettings;
import dev.parley.quota.Thrift;
import dev.parley.redis.RedisStore;
import dev.parley.usage.Payer;
import dev.parley.usage.PriceList;
import dev.parley.usage.UsageLedger;
import dev.parley.web.WebAdapter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/// What meters calls, shows what was spent, and sets what may be.
final class QuotaParts {
  private final PriceList prices;
  private final QuotaSettings settings;
  private final QuotaBook book;
  private final CurrentRules rules;
  private final Counters counters;
  private final UsageLedger ledger;
  private final QuotaNotices notices;
  private final CallMeter meter;
  private final boolean groupsNamed;
  private final Clock clock;

  QuotaParts(Settings all, RedisStore store, MeterRegistry metrics, Clock clock) {
    this.prices = all.prices();
    this.settings = all.quotas().quotas();
    this.book = store.quotaBook();
    this.rules = new CurrentRules(settings, book, clock);
    this.counters = store.countersWithWholeBot(clock);
    this.ledger = store.ledger();
    this.notices = new QuotaNotices(store.notices(), QuotaNotices.Pace.DEFAULT);
    this.groupsNamed =
        !all.quotas().admins().isEmpty() || all.tools().rules().policy().namesGroups();
    this.clock = clock;
    this.meter =
        new QuotaMeter(
            prices,
            rules,
            store.reservations(all.quotas().ledgerKept()),
            settings,
            new QuotaMetrics(metrics, notices),
            clock);
  }

  /// Whether it matters in a tenant which groups people are in.
  boolean groupsWanted(TenantId tenant) {
    try {
      return groupsNamed || rules.of(tenant).nameGroups();
    } catch (StoreUnavailableException away) {
      return true;
    }
  }

  /// On whose account the calls of the HTTP API go.
  static Payer callers() {
    return new Payer(WebAdapter.tenant(), "api", new UserId("api"), "HTTP API", Set.of());
  }

  CallMeter meter() {
    return meter;
  }

  ModelAdvice advice() {
    return new Thrift(rules, counters, settings, clock);
  }

  QuotaBook book() {
    return book;
  }

  QuotaNotices notices() {
    return notices;
  }

  /// What commands share that have to do with who spends, and when.
  QuotaContext context() {
    return new QuotaContext(book, rules, new PeopleNames(ledger), settings, clock);
  }

  List<Command> commands(AttachmentStore files, Directory directory, Announcements announcements) {
    QuotaContext context = context();
    LimitStates states = new LimitStates(rules, counters, settings, clock);
    return List.of(
        new UsageCommand(
            ledger,
            new UsageLimits(states, directory),
            context.people(),
            new UsageFiles(ledger, new XChartSpending(ChartSettings.DEFAULT), files),
            directory,
            settings,
            clock),
        new QuotaShowCommand(context, states),
        new QuotaSetCommand(context, prices.models()),
        new QuotaClearCommand(context),
        new QuotaGrantCommand(context),
        new QuotaRequestCommand(context, states, announcements, new SecureRandom()),
        new QuotaApproveCommand(context, announcements),
        new QuotaDeclineCommand(context, announcements),
        new QuotaAdminsCommand(context),
        new AuditCommand(context));
  }
}
