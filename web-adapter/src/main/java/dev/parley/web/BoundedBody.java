package dev.parley.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/// The body of a request, of which no more is taken than is allowed.
final class BoundedBody {
  /// How much is passed over of a body that is too large: a client that still writes would not
  /// read the answer.
  private static final long MOST_PASSED_OVER = 64 << 20;

  private BoundedBody() {}

  /// The whole body.
  ///
  /// @param tooLarge what its sender is told where it has more bytes
  static byte[] read(Context request, int most, String tooLarge) {
    try {
      InputStream body = request.req().getInputStream();
      if (request.req().getContentLengthLong() > most) {
        passOver(body);
        throw new RequestProblem(413, tooLarge);
      }
      byte[] bytes = body.readNBytes(most + 1);
      if (bytes.length > most) {
        passOver(body);
        throw new RequestProblem(413, tooLarge);
      }
      return bytes;
    } catch (IOException e) {
      throw brokenOff();
    }
  }

  static RequestProblem brokenOff() {
    return RequestProblem.bad("The body could not be read to its end.");
  }

  /// Lets go of the rest of a body that is not taken, so that its sender comes to read why.
  static void passOver(InputStream body) throws IOException {
    byte[] part = new byte[1 << 16];
    long passed = 0;
    int read = 0;
    while (read >= 0 && passed < MOST_PASSED_OVER) {
      read = body.read(part);
      passed += read;
    }
  }
}
