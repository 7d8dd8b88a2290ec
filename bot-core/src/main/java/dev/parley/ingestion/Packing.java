package dev.parley.ingestion;

import java.util.ArrayList;
import java.util.List;
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
      put(block);
    } else if (fit(before, block)) {
      open = before.joined(block);
    } else if (block.length() > PassageSizes.MOST && before.length() < PassageSizes.SMALL) {
      put(before.joined(block));
    } else {
      close();
      put(block);
    }
  }

  private static boolean fit(Block one, Block next) {
    int together = one.joined(next).length();
    boolean small = Math.min(one.length(), next.length()) < PassageSizes.SMALL;
    return together <= (small ? PassageSizes.MOST : PassageSizes.USUAL);
  }

  private void put(Block block) {
    if (block.length() <= PassageSizes.MOST) {
      open = block;
      return;
    }
    List<String> parts = block.cutting().parts(block.text(), even(block.length()));
    parts.subList(0, parts.size() - 1).forEach(part -> packed.add(block.withText(part)));
    open = block.withText(parts.getLast());
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
