package dev.parley.inbox;

/// What a running turn must not do twice: kept while the turn lives, given to whoever takes it
/// over.
public interface TurnJournal {
  /// Keeps a value under a name; a name that is there already keeps its first value.
  ///
  /// @throws TurnLostException where another instance owns the turn now
  void record(Lease lease, String name, String value);

  /// Keeps a value in the place of the one before of that name.
  ///
  /// @throws TurnLostException where another instance owns the turn now
  void replace(Lease lease, String name, String value);
}
