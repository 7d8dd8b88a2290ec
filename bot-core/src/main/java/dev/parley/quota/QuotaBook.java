package dev.parley.quota;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rules and grants that were made by command, what people asked for, and who did what.
/// Everything that changes something is written down in the same step.
///
/// All methods block, and throw [dev.parley.conversation.StoreUnavailableException] where the store
/// cannot be asked.
public interface QuotaBook {
  /// The rules by command, and the grants that have not expired.
  Changes read(TenantId tenant, Instant now);

  void set(TenantId tenant, QuotaRule rule, Deed deed);

  /// Drops a rule.
  ///
  /// @return whether there was such a rule
  boolean clear(TenantId tenant, QuotaRule rule, Deed deed);

  void grant(TenantId tenant, Grant grant, Deed deed);

  /// Keeps a wish for more, under its id, for some days.
  void ask(TenantId tenant, Wish wish, Deed deed);

  Optional<Wish> wish(TenantId tenant, String id);

  /// Answers a wish, once.
  ///
  /// @param grant empty: it is declined
  /// @return whether it was still open
  boolean answer(TenantId tenant, String wish, Optional<Grant> grant, Deed deed);

  /// What was done, the latest first.
  List<Deed> deeds(TenantId tenant, int most);

  /// Where admins are told; empty: nowhere.
  Optional<String> adminChannel(TenantId tenant);

  /// Chooses where admins are told.
  ///
  /// @param channel empty: nowhere from now on
  void adminChannel(TenantId tenant, Optional<String> channel, Deed deed);

  /// What was set and granted by command.
  ///
  /// @param rules as they were set by command
  record Changes(List<QuotaRule> rules, List<Grant> grants) {
    public Changes {
      rules = List.copyOf(rules);
      grants = List.copyOf(grants);
    }
  }

  /// Somebody wants more of a limit.
  ///
  /// @param account whose limit it is
  /// @param most what the limit is now, in its unit
  record Wish(
      String id,
      UserId by,
      String name,
      String account,
      QuotaUnit unit,
      Window window,
      long most,
      Instant at) {}

  /// Something that somebody did.
  ///
  /// @param what in a sentence without a subject, such as `set each user: $2 per day`
  record Deed(Instant at, UserId by, String name, String what) {}
}
