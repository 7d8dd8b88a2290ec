package dev.parley.citation;

/// A page that an answer rests on.
///
/// @param address of the page, or one of its provider's that leads there; blank where it has none
/// @param title may be blank
/// @param site where the page is, such as `example.org`; blank where only the title tells
public record Source(String address, String title, String site) {
  /// Whether people would find the same under both.
  public boolean isSame(Source other) {
    return address.equals(other.address) && (!address.isBlank() || title.equals(other.title));
  }
}
