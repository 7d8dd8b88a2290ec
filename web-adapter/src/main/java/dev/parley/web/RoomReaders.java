package dev.parley.web;

import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.Readers;

/// Who reads in rooms: whoever has the page reads those that are listed, and only who knows its
/// name reads another one. A person is whoever their page says they are.
final class RoomReaders implements PlaceReaders {
  @Override
  public boolean knowsPersons() {
    return false;
  }

  @Override
  public Readers of(Place place) {
    return RoomName.isListed(place.channel()) ? new Readers.Everybody() : new Readers.Open();
  }

  @Override
  public boolean reads(TenantId tenant, UserId person, String channel) {
    return RoomName.isListed(channel);
  }

  @Override
  public boolean everybodyReads(TenantId tenant, String channel) {
    return RoomName.isListed(channel);
  }

  @Override
  public boolean belongs(TenantId tenant, UserId person) {
    return true;
  }
}
