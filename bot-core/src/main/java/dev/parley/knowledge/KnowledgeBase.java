package dev.parley.knowledge;

import dev.parley.identity.TenantId;
import dev.parley.usage.Booking;
import java.util.List;

/// Finds what the documents of a tenant say. Never throws for what is out of order elsewhere: where
/// vectors cannot be had, words alone are searched for.
public interface KnowledgeBase {
  /// Where there are no documents at all.
  KnowledgeBase NONE = (_, _, _) -> new Found(List.of(), true);

  /// The passages that fit best, the best first, of those alone that all viewers may see, by now.
  /// Blocks; an interrupt ends it.
  ///
  /// @param booking where the vector of the question goes
  Found search(TenantId tenant, PassageIndex.Wanted wanted, Booking booking);

  /// What was found.
  ///
  /// @param empty whether the tenant has no documents at all
  /// @param unavailable whether nothing could be looked for now, which says nothing about what the
  ///     documents say
  record Found(List<FoundPassage> passages, boolean empty, boolean unavailable) {
    /// Where nothing could be looked for.
    public static final Found UNAVAILABLE = new Found(List.of(), false, true);

    public Found {
      passages = List.copyOf(passages);
    }

    public Found(List<FoundPassage> passages, boolean empty) {
      this(passages, empty, false);
    }

    /// Those that are likely to have to do with the question.
    public List<FoundPassage> relevant() {
      return passages.stream().filter(FoundPassage::relevant).toList();
    }
  }
}
