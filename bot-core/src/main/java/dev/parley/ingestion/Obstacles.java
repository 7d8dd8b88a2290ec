package dev.parley.ingestion;

import dev.parley.fetch.WebAddress;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.Material;
import java.util.Optional;

/// Tells at once what is surely not read.
final class Obstacles {
  private static final int LONGEST_ADDRESS = 2_048;

  private Obstacles() {}

  /// A sentence for people; empty where it is worth a try.
  static Optional<String> to(Material material, KnowledgeSettings settings) {
    return switch (material) {
      case Material.Words words when words.text().isBlank() ->
          Optional.of("There are no words to add.");
      case Material.Words words when words.text().length() > settings.documentCharacters() ->
          Optional.of(
              "A document may say at most %s."
                  .formatted(Amounts.of(settings.documentCharacters(), "character")));
      case Material.Link link
          when link.address().length() > LONGEST_ADDRESS
              || WebAddress.parse(link.address()).isEmpty() ->
          Optional.of("This is no address of the web: one begins with https:// or http://.");
      case Material.Attached attached when attached.file().size() > settings.documentBytes() ->
          Optional.of(
              "A file may have at most %s.".formatted(Amounts.bytes(settings.documentBytes())));
      case Material.Words _, Material.Link _, Material.Attached _, Material.Kept _ ->
          Optional.empty();
    };
  }
}
