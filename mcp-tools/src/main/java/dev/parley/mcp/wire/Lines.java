package dev.parley.mcp.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Lines of text that a program writes, none of which takes more memory than it may.
final class Lines {
  private final InputStream in;
  private final int mostBytes;

  Lines(InputStream in, int mostBytes) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.mostBytes = mostBytes;
  }

  /// @param cut whether there was more of it
  record Line(String text, boolean cut) {}

  /// The next line without its end; empty at the end of everything. Blocks.
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean cut = false;
    int read = in.read();
    if (read < 0) {
      return Optional.empty();
    }
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (bytes.size() < mostBytes) {
        bytes.write(read);
      } else {
        cut = true;
      }
    }
    return Optional.of(new Line(bytes.toString(UTF_8), cut));
  }
}
