package dev.parley.gemini;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// A file on the disk as the body of a request, read as it is sent.
final class ChannelBody extends RequestBody {
  private static final int BUFFER = 64 << 10;

  private final FileChannel content;
  private final String mediaType;

  ChannelBody(FileChannel content, String mediaType) {
    this.content = content;
    this.mediaType = mediaType;
  }

  @Override
  public @Nullable MediaType contentType() {
    return MediaType.parse(mediaType);
  }

  @Override
  public long contentLength() throws IOException {
    return content.size();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    long at = 0;
    int read = content.read(buffer, at);
    while (read >= 0) {
      sink.write(buffer.flip());
      buffer.clear();
      at += read;
      read = content.read(buffer, at);
    }
  }
}
