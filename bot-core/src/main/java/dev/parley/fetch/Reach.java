package dev.parley.fetch;

/// Who is behind a network address, and so whether it may be asked; the worse ones come later.
enum Reach {
  /// Anybody on the internet.
  PUBLIC,
  /// A machine of one's own network, or this one: asked only where its host is named.
  PRIVATE,
  /// What tells a machine's secrets to whoever can ask it: asked only where the address is named.
  GUARDED,
  /// Several machines, or none.
  NEVER
}
