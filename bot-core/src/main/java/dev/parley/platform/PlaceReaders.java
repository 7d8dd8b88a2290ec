package dev.parley.platform;

import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;

/// Tells who can read what in the places of a platform, as of the last half minute. All methods
/// may block for a while, and none throws.
public interface PlaceReaders {
  /// The readers of a platform on which everybody reads everything.
  PlaceReaders EVERYBODY =
      new PlaceReaders() {
        @Override
        public Readers of(Place place) {
          return new Readers.Everybody();
        }

        @Override
        public boolean reads(TenantId tenant, UserId person, String channel) {
          return true;
        }

        @Override
        public boolean everybodyReads(TenantId tenant, String channel) {
          return true;
        }

        @Override
        public boolean belongs(TenantId tenant, UserId person) {
          return true;
        }
      };

  /// Whether people are who their ids say they are.
  default boolean knowsPersons() {
    return true;
  }

  /// Who can read what is posted in a place that is no direct message.
  Readers of(Place place);

  /// Whether somebody can read a channel; false where that is not known.
  boolean reads(TenantId tenant, UserId person, String channel);

  /// Whether every single one of those who belong to the tenant can read a channel; false where
  /// that is not known.
  boolean everybodyReads(TenantId tenant, String channel);

  /// Whether somebody belongs to the tenant, so that what is for everyone is for them; false
  /// where that is not known.
  boolean belongs(TenantId tenant, UserId person);
}
