package dev.parley.engine;

import dev.parley.command.Announcements;
import dev.parley.command.Announcements.Outcome;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.message.Reply;
import dev.parley.quota.Notice;
import dev.parley.quota.NoticeOutbox;
import dev.parley.quota.NoticeOutbox.Taken;
import java.time.Duration;
import java.util.Optional;

/// Tells what is in the outbox, one notice after the other. A notice leaves it once somebody was
/// told: an instance that is lost in between leaves it to another one, which tells it again.
final class NoticeTeller {
  private final NoticeOutbox outbox;
  private final Announcements announcements;
  private final Platforms platforms;
  private final Duration time;

  /// @param platforms on which this instance can tell anybody anything
  /// @param time that telling takes at most; others do it after that
  NoticeTeller(
      NoticeOutbox outbox, Announcements announcements, Platforms platforms, Duration time) {
    this.outbox = outbox;
    this.announcements = announcements;
    this.platforms = platforms;
    this.time = time;
  }

  /// All that nobody is telling.
  void tellAll() {
    outbox.waiting(platforms.names()).forEach(this::tell);
  }

  /// All of a tenant that nobody is telling. What may be told later stays taken until then.
  void tell(TenantId tenant) {
    if (!platforms.names().contains(tenant.platform())) {
      return;
    }
    for (Optional<Taken> taken = outbox.take(tenant, time);
        taken.isPresent();
        taken = outbox.take(tenant, time)) {
      if (told(tenant, taken.get().notice()) != Outcome.PERHAPS_LATER) {
        outbox.told(tenant, taken.get().id());
      }
    }
  }

  /// What is in no outbox: said once, or not at all.
  void tellAdmins(TenantId tenant, Reply words) {
    var _ = announcements.toAdmins(tenant, words);
  }

  private Outcome told(TenantId tenant, Notice notice) {
    return notice
        .person()
        .map(person -> told(tenant, person, notice))
        .orElseGet(() -> announcements.toAdmins(tenant, NoticeWording.reply(notice)));
  }

  /// Where nobody can be told alone, others read it too: where the person spent, without amounts.
  private Outcome told(TenantId tenant, Notice.Person person, Notice notice) {
    if (platforms.tells(tenant.platform())) {
      return announcements.toPerson(tenant, person.user(), NoticeWording.reply(notice));
    }
    return person
        .channel()
        .map(channel -> new Place(tenant, channel, Optional.empty(), false))
        .map(place -> announcements.toPlace(place, NoticeWording.open(notice, person)))
        .orElse(Outcome.UNSAID);
  }
}
