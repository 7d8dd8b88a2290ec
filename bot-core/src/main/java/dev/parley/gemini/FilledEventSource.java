package dev.parley.gemini;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;

/// The bytes of an event stream, with an empty event after each empty line.
final class FilledEventSource extends ForwardingSource {
  private static final String EMPTY_EVENT = "data: {}\n\n";

  private final Buffer arrived = new Buffer();
  private boolean lineIsEmpty = true;

  FilledEventSource(BufferedSource events) {
    super(events);
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long count = super.read(arrived, byteCount);
    if (count == -1) {
      return -1;
    }
    long before = sink.size();
    while (!arrived.exhausted()) {
      copy(arrived.readByte(), sink);
    }
    return sink.size() - before;
  }

  private void copy(byte next, Buffer sink) {
    sink.writeByte(next);
    if (next == '\n') {
      if (lineIsEmpty) {
        sink.writeUtf8(EMPTY_EVENT);
      }
      lineIsEmpty = true;
    } else if (next != '\r') {
      lineIsEmpty = false;
    }
  }
}
