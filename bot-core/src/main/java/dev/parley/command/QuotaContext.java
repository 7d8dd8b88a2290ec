package dev.parley.command;

import dev.parley.quota.CurrentRules;
import dev.parley.quota.QuotaBook;
import dev.parley.quota.QuotaBook.Deed;
import dev.parley.quota.QuotaSettings;
import dev.parley.usage.Payer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// What the commands about limits share.
public record QuotaContext(
    QuotaBook book, CurrentRules rules, PeopleNames people, QuotaSettings settings, Clock clock) {
  Instant now() {
    return clock.instant();
  }

  ZoneId zone(CommandInvocation invocation) {
    return settings.zone(invocation.place().tenant());
  }

  Deed deed(CommandInvocation invocation, String what) {
    return new Deed(now(), invocation.author().id(), invocation.author().name(), what);
  }

  static Payer payer(CommandInvocation invocation) {
    return new Payer(
        invocation.place().tenant(),
        invocation.place().channel(),
        invocation.author().id(),
        invocation.author().name(),
        invocation.groups());
  }
}
