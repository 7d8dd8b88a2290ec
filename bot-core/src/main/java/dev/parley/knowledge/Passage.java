package dev.parley.knowledge;

import java.util.List;
import java.util.Optional;

/// A part of a document that can be understood by itself.
///
/// @param position in its document, from 0
/// @param text in Markdown
/// @param headings that it stands below, the highest first; without the document's title
/// @param page that it begins on, from 1; empty where the document has none
/// @param anchor of its heading, for the end of an address; empty where there is none
/// @param hash of its text and headings: SHA-256, in hex
public record Passage(
    int position,
    String text,
    List<String> headings,
    Optional<Integer> page,
    Optional<String> anchor,
    String hash) {
  public Passage {
    headings = List.copyOf(headings);
  }
}
