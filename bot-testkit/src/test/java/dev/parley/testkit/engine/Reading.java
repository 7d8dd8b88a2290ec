package dev.parley.testkit.engine;

import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Readership;
import dev.parley.knowledge.Viewers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// In each channel reads Ben, besides whoever asks; nobody but them in a direct message.
final class Reading implements Readership {
  private static final UserId BEN = new UserId("U-Ben");

  @Override
  public Viewers in(Place place, UserId asker, Set<String> groups, Set<String> channels) {
    Set<String> here =
        channels.stream().filter(place.channel()::equals).collect(Collectors.toSet());
    return place.direct()
        ? alone(place.tenant(), asker, groups, channels)
        : new Viewers(List.of(terms(asker, here), terms(BEN, here)));
  }

  @Override
  public Viewers alone(TenantId tenant, UserId person, Set<String> groups, Set<String> channels) {
    return Viewers.alike(terms(person, channels));
  }

  private static Set<AudienceTerm> terms(UserId person, Set<String> channels) {
    Set<AudienceTerm> terms =
        new HashSet<>(Set.of(AudienceTerm.EVERYONE, AudienceTerm.person(person)));
    channels.forEach(channel -> terms.add(AudienceTerm.channel(channel)));
    return terms;
  }
}
