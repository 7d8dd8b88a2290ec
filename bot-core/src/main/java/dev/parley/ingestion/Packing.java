package dev.parley.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the blocks of a section together to passages, and cuts those that are too long.
final class Packing {
  private final List<Block> packed = new ArrayList<>();
  private @Nullable Block open;

  private Packing() {}

  /// The parts of a section, in their order.
  static List<Packed> of(Section section) {
    Packing packing = new Packing();
    section.blocks().forEach(packing::add);
    packing.close();
    return packing.packed.stream().map(block -> new Packed(section, block)).toList();
  }

  private void add(Block block) {
    Block before = open;
    if (before == null) {
      put(block, block.page());
    } else if (fit(before, block)) {
      open = before.joined(block);
    } else if (block.page().equals(before.page())
        && block.length() > PassageSizes.MOST
        && before.length() < PassageSizes.SMALL) {
      open = null;
      put(before.joined(block), block.page());
    } else {
      close();
      put(block, block.page());
    }
  }

  /// What begins on another page is a passage of its own, so that the right page is cited.
  private static boolean fit(Block one, Block next) {
    if (!one.page().equals(next.page())) {
      return false;
    }
    int together = one.joined(next).length();
    boolean small = Math.min(one.length(), next.length()) < PassageSizes.SMALL;
    return together <= (small ? PassageSizes.MOST : PassageSizes.USUAL);
  }

  /// @param later page on which all of its parts but the first begin
  private void put(Block block, Optional<Integer> later) {
    if (block.length() <= PassageSizes.MOST) {
      open = block;
      return;
    }
    for (String part : block.cutting().parts(block.text(), even(block.length()))) {
      Optional<Integer> page = open == null ? block.page() : later;
      close();
      open = new Block(part, page, block.cutting());
    }
  }

  /// A length by which no part is much shorter than the others.
  private static int even(int length) {
    int parts = Math.ceilDiv(length, PassageSizes.USUAL - PassageSizes.OVERLAP);
    int each = length / parts + PassageSizes.OVERLAP + PassageSizes.SMALL / 2;
    return Math.min(PassageSizes.USUAL, each);
  }

  private void close() {
    if (open != null) {
      packed.add(open);
    }
    open = null;
  }
}
