package dev.parley.picture;

import java.io.IOException;
import java.io.Serial;

/// A picture's bytes are not what its kind demands.
final class DamagedPictureException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  DamagedPictureException(String message) {
    super(message);
  }
}
