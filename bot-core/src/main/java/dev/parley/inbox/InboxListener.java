package dev.parley.inbox;

/// Hears what other instances, or this one, did to the inbox. Called on threads that must not
/// block; calls can be lost, so whoever listens also looks by itself now and then.
public interface InboxListener {
  /// Some conversation has become claimable.
  void workReady();

  /// The asker of this turn pressed stop.
  void stopRequested(TurnRef turn);

  /// A turn was taken from its owner, since what it answers has changed.
  void turnLost(Lease lease);
}
