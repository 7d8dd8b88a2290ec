package dev.parley.turn;

import dev.parley.platform.ToolStep;
import java.util.function.Consumer;

/// Who watches an answer grow.
public interface Audience {
  /// The bot is at work at this.
  void working(String status);

  /// A tool began something for the answer, or came to something with it.
  void step(ToolStep step);

  /// More of the answer is there.
  void hears(String delta);

  /// An audience that wants the text alone.
  static Audience of(Consumer<String> onText) {
    return new Audience() {
      @Override
      public void working(String status) {}

      @Override
      public void step(ToolStep step) {}

      @Override
      public void hears(String delta) {
        onText.accept(delta);
      }
    };
  }
}
