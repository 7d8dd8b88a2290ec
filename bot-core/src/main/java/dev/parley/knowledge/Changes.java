package dev.parley.knowledge;

import java.util.List;

/// The documents of a tenant that were added, changed or removed since some point.
///
/// @param until where the next ones begin
/// @param all whether these are all documents that there are, since the point is not known:
///     whatever is not among them must go
/// @param documents each once; those that are not in the store were removed
public record Changes(Point until, boolean all, List<DocumentId> documents) {
  /// Before everything.
  public static final Point BEGINNING = new Point("", 0);

  public Changes {
    documents = List.copyOf(documents);
  }

  /// A point in the order of all changes of a tenant.
  ///
  /// @param history which order that is: another one where the store began anew
  public record Point(String history, long number) {}
}
