package dev.parley.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An event stream that is filled up")
class FilledEventSourceTest {
  private static final String FILLER = "data: {}\n\n";

  private static String filled(String events, int bytesAtOnce) throws IOException {
    Buffer sent = new Buffer().writeUtf8(events);
    ForwardingSource slow =
        new ForwardingSource(sent) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            return super.read(sink, Math.min(byteCount, bytesAtOnce));
          }
        };
    BufferedSource source = Okio.buffer(new FilledEventSource(Okio.buffer(slow)));
    return source.readUtf8();
  }

  @ParameterizedTest(name = "has an empty event after each, read by {0} bytes at once")
  @ValueSource(ints = {1, 2, 3, 7, 1_000})
  void fillsUp(int bytesAtOnce) throws IOException {
    String one = "data: {\"text\":\"Grüße 🎉\"}";

    String lineFeeds = filled(one + "\n\n" + one + "\n\n", bytesAtOnce);
    String windows = filled(one + "\r\n\r\n" + one + "\r\n\r\n", bytesAtOnce);

    assertThat(lineFeeds).isEqualTo((one + "\n\n" + FILLER).repeat(2));
    assertThat(windows).isEqualTo((one + "\r\n\r\n" + FILLER).repeat(2));
  }

  @Test
  @DisplayName("keeps events of several lines, and an unfinished one at the end, as they are")
  void keepsOthers() throws IOException {
    String events = "event: a\ndata: 1\ndata: 2\n\ndata: 3";

    String filled = filled(events, 4);

    assertThat(filled).isEqualTo("event: a\ndata: 1\ndata: 2\n\n" + FILLER + "data: 3");
  }
}
