package dev.parley.command;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.quota.Mention;
import dev.parley.usage.LedgerEntry.Person;
import dev.parley.usage.UsageLedger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds whom people mean by a name: somebody who has spent something.
public final class PeopleNames {
  private static final Pattern NAMED = Pattern.compile("\\buser @(\\S+)", Pattern.CASE_INSENSITIVE);

  private final UsageLedger ledger;

  public PeopleNames(UsageLedger ledger) {
    this.ledger = ledger;
  }

  /// The id of a mention, of the only one of that name, or the text itself.
  UserId of(TenantId tenant, String text) {
    String name = text.strip();
    if (!name.startsWith("@")) {
      return new UserId(Mention.id(name));
    }
    List<Person> same =
        ledger.people(tenant).stream()
            .filter(person -> person.name().replace(" ", "").equalsIgnoreCase(name.substring(1)))
            .toList();
    return new UserId(same.size() == 1 ? same.getFirst().user().orElse(name) : name.substring(1));
  }

  /// A rule or grant with the id in place of the name of a `user`.
  String resolved(TenantId tenant, String line) {
    Matcher named = NAMED.matcher(line);
    return named.find()
        ? named.replaceFirst(
            Matcher.quoteReplacement("user " + of(tenant, "@" + named.group(1)).value()))
        : line;
  }
}
