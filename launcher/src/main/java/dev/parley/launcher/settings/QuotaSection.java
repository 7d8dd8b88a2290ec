package dev.parley.launcher.settings;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.quota.QuotaLine;
import dev.parley.quota.QuotaRule;
import dev.parley.quota.QuotaSettings;
import dev.parley.usage.PriceList;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who may spend how much, and who is an admin.
///
/// @param ledgerKept how long each row of the ledger is kept
/// @param admins ids of people, roles and user groups that are admins besides those of the platform
public record QuotaSection(QuotaSettings quotas, Duration ledgerKept, Set<String> admins) {
  private static final Pattern TENANT_AND_ZONE =
      Pattern.compile("([a-z][a-z0-9-]{0,31})/(\\S+?):? +(\\S+)");

  static QuotaSection read(SettingsReader reader, PriceList prices) {
    return new QuotaSection(
        new QuotaSettings(
            rules(reader, prices),
            zone(reader),
            zones(reader),
            reader.choice("when-redis-is-away", Map.of("refuse", false, "answer", true))),
        reader.time("ledger-kept", Duration.ofDays(32), Duration.ofDays(3_650)),
        Set.copyOf(reader.list("admins")));
  }

  private static List<QuotaRule> rules(SettingsReader reader, PriceList prices) {
    List<QuotaRule> rules = new ArrayList<>();
    for (String line : reader.lines("rules")) {
      Optional<QuotaRule> rule = QuotaLine.read(line);
      rule.ifPresentOrElse(
          rules::add,
          () -> reader.mistake("rules", "has \"" + line + "\" but needs: " + QuotaLine.FORM));
      rule.flatMap(QuotaRule::cheaper)
          .map(QuotaRule.Cheaper::model)
          .filter(model -> prices.of(model, Instant.now()).isEmpty())
          .ifPresent(
              model ->
                  reader.mistake(
                      "rules", "names the model " + model + ", which has no price in prices.yaml"));
    }
    return rules;
  }

  private static ZoneId zone(SettingsReader reader) {
    String name = reader.text("time-zone");
    return zone(name)
        .orElseGet(
            () -> {
              reader.mistake(
                  "time-zone",
                  "is \"" + name + "\" but needs the name of a zone, such as UTC or Europe/Berlin");
              return ZoneId.of("UTC");
            });
  }

  private static Map<TenantId, ZoneId> zones(SettingsReader reader) {
    Map<TenantId, ZoneId> zones = new LinkedHashMap<>();
    for (String line : reader.lines("time-zones")) {
      Matcher parts = TENANT_AND_ZONE.matcher(line);
      Optional<ZoneId> zone = parts.matches() ? zone(parts.group(3)) : Optional.empty();
      if (zone.isPresent()) {
        zones.put(new TenantId(new PlatformName(parts.group(1)), parts.group(2)), zone.get());
      } else {
        reader.mistake(
            "time-zones",
            "has \"" + line + "\" but needs a workspace and a zone, such as slack/T012 Asia/Tokyo");
      }
    }
    return zones;
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
