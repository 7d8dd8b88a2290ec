package dev.parley.turn;

import java.util.function.Consumer;

/// Who watches an answer grow.
public interface Audience {
  /// The bot is at work at this.
  void working(String status);

  /// More of the answer is there.
  void hears(String delta);

  /// An audience that wants the text alone.
  static Audience of(Consumer<String> onText) {
    return new Audience() {
      @Override
      public void working(String status) {}

      @Override
      public void hears(String delta) {
        onText.accept(delta);
      }
    };
  }
}
