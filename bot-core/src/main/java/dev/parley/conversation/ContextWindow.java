package dev.parley.conversation;

import java.util.List;

/// Decides which turns of a conversation the model is given: whole turns only, and trimmed in large
/// blocks, so that the prompt's beginning stays the same from turn to turn.
public final class ContextWindow {
  private final ContextSettings settings;

  public ContextWindow(ContextSettings settings) {
    this.settings = settings;
  }

  /// The turns that fit, oldest first.
  public List<Turn> fit(Conversation conversation) {
    List<Turn> turns = conversation.turns();
    return turns.subList(overdue(turns), turns.size());
  }

  /// How many of the oldest turns should go; 0 while all is within the limit.
  public int overdue(List<Turn> turns) {
    long tokens = turns.stream().mapToLong(Turn::tokens).sum();
    if (tokens <= settings.mostTokens()) {
      return 0;
    }
    int dropped = 0;
    while (dropped < turns.size() - 1 && tokens > settings.keepTokens()) {
      tokens -= turns.get(dropped).tokens();
      dropped++;
    }
    return dropped;
  }
}
