package dev.parley.engine;

import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Readership;
import dev.parley.knowledge.Viewers;
import dev.parley.platform.PlatformAdapter;
import dev.parley.platform.Readers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who sees what is said, as the platforms tell: whoever reads in a channel can read it, and
/// more is true of them only where it is known in time.
public final class PlatformReadership implements Readership {
  private static final Logger log = LoggerFactory.getLogger(PlatformReadership.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Platforms platforms;
  private final Duration patience;

  public PlatformReadership(Platforms platforms) {
    this(platforms, PATIENCE);
  }

  /// @param patience how long a platform is waited for
  PlatformReadership(Platforms platforms, Duration patience) {
    this.platforms = platforms;
    this.patience = patience;
  }

  @Override
  public Viewers in(Place place, UserId asker, Set<String> groups, Set<String> channels) {
    AudienceTerm here = AudienceTerm.channel(place.channel());
    ViewerTerms fewest = ViewerTerms.of(here);
    if (place.direct()) {
      return inTime(
          place.tenant(),
          platform -> known(platform, place.tenant(), channels).person(asker, groups).with(here),
          ViewerTerms.ofPerson(asker, groups).with(here));
    }
    return asked(
        place.tenant(),
        platform -> readers(platform, place, asker, groups, channels),
        Viewers.alike(fewest.terms()));
  }

  private static Viewers readers(
      PlatformAdapter platform,
      Place place,
      UserId asker,
      Set<String> groups,
      Set<String> channels) {
    KnownTerms known = known(platform, place.tenant(), channels);
    AudienceTerm here = AudienceTerm.channel(place.channel());
    return switch (platform.readers().of(place)) {
      case Readers.Open _ -> Viewers.alike(Set.of(here));
      case Readers.Everybody _ -> Viewers.alike(known.everybody().with(here).terms());
      case Readers.Some some -> known.some(some, here, asker, groups);
    };
  }

  @Override
  public Viewers alone(TenantId tenant, UserId person, Set<String> groups, Set<String> channels) {
    return inTime(
        tenant,
        platform -> known(platform, tenant, channels).person(person, groups),
        ViewerTerms.ofPerson(person, groups));
  }

  @Override
  public boolean isForEverybody(Place place) {
    return !place.direct()
        && asked(
            place.tenant(),
            platform -> platform.readers().everybodyReads(place.tenant(), place.channel()),
            false);
  }

  private static KnownTerms known(PlatformAdapter platform, TenantId tenant, Set<String> channels) {
    return new KnownTerms(platform, tenant, channels);
  }

  private Viewers inTime(TenantId tenant, Question<ViewerTerms> question, ViewerTerms otherwise) {
    return Viewers.alike(asked(tenant, question, otherwise).terms());
  }

  /// What is asked of a platform.
  @FunctionalInterface
  private interface Question<T> {
    T of(PlatformAdapter platform);
  }

  /// What a platform tells in time; else what is true anyway.
  private <T> T asked(TenantId tenant, Question<T> question, T otherwise) {
    Optional<PlatformAdapter> platform = platforms.adapter(tenant.platform());
    if (platform.isEmpty()) {
      return otherwise;
    }
    FutureTask<T> answer = new FutureTask<>(() -> question.of(platform.get()));
    Thread asking = Thread.ofVirtual().name("readers").start(answer);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      log.info("who reads in {} is not told in time", tenant);
    } catch (ExecutionException defect) {
      log.warn("who reads in {} is not known", tenant, defect.getCause());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    asking.interrupt();
    return otherwise;
  }
}
