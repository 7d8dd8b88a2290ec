package dev.parley.engine;

import dev.parley.turn.TurnOutcome;

/// Words for people why there is no picture.
final class PictureWording {
  private PictureWording() {}

  static String sentence(TurnOutcome.Missing why) {
    return switch (why) {
      case OFF -> "I make no pictures: no model for them is set (`gemini.image-model`).";
      case NOT_MADE -> "No picture came of it. Describing it in other words may help.";
      case NO_ROOM ->
          "There was no room for a picture in what one answer may have, or may still cost.";
      case WISH_BLOCKED ->
          "The safety filter of the model's provider does not let it make this picture."
              + " Describing it in other words may help.";
      case PICTURE_BLOCKED ->
          "The safety filter of the model's provider withheld the picture."
              + " Describing it in other words may help.";
      case LOST ->
          "The connection to the model was lost before the picture came. Please try again.";
    };
  }
}
