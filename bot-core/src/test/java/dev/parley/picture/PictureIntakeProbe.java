package dev.parley.picture;

import java.awt.image.BufferedImage;

/// Takes in pictures of which a test knows that they are taken.
record PictureIntakeProbe(PictureSettings settings) {
  PictureOutcome.Ready ready(String type, byte[] bytes) {
    try {
      return (PictureOutcome.Ready) new PictureIntake(settings).take("image/" + type, bytes);
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  byte[] png(BufferedImage picture) {
    return ready("png", Drawn.as("png", picture)).bytes();
  }
}
