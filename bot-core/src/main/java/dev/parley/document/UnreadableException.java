package dev.parley.document;

import dev.parley.attachment.DocumentReading.Obstacle;
import java.io.Serial;
import org.xml.sax.SAXException;

/// A document cannot be read, for a reason that is known.
final class UnreadableException extends SAXException {
  @Serial private static final long serialVersionUID = 1;

  private final Obstacle why;

  UnreadableException(Obstacle why) {
    super(why.toString());
    this.why = why;
  }

  Obstacle why() {
    return why;
  }
}
