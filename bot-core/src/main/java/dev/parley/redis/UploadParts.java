package dev.parley.redis;

import dev.parley.attachment.Upload;
import dev.parley.identity.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.redisson.api.RMap;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.StringCodec;
import org.redisson.codec.CompositeCodec;

/// The parts of uploaded files, one by one.
final class UploadParts {
  /// Small enough that Redis is held up by none, and that many can be on their way.
  static final int SIZE = 1 << 20;

  private static final CompositeCodec CODEC =
      new CompositeCodec(StringCodec.INSTANCE, ByteArrayCodec.INSTANCE);

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final Duration unsentFor;

  UploadParts(Scripts scripts, RedisKeys keys, Duration patience, Duration unsentFor) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
    this.unsentFor = unsentFor;
  }

  /// Its time begins anew, and it has one even where the file was forgotten meanwhile.
  void write(TenantId tenant, String id, int number, byte[] part) {
    scripts.ask(
        patience,
        redisson -> {
          RMap<String, byte[]> upload = upload(redisson, tenant, id);
          return upload
              .fastPutAsync(Integer.toString(number), part)
              .thenCompose(_ -> upload.expireAsync(unsentFor));
        });
  }

  /// The file, of which one part at a time is in memory.
  InputStream read(TenantId tenant, Upload upload) {
    return new Reading(tenant, upload);
  }

  private Optional<byte[]> part(TenantId tenant, String id, int number) {
    return scripts.ask(
        patience,
        redisson ->
            upload(redisson, tenant, id)
                .getAsync(Integer.toString(number))
                .thenApply(Optional::ofNullable));
  }

  private RMap<String, byte[]> upload(RedissonClient redisson, TenantId tenant, String id) {
    return redisson.getMap(keys.tenant(tenant) + ":upload:" + id, CODEC);
  }

  private final class Reading extends InputStream {
    private final TenantId tenant;
    private final Upload upload;
    private byte[] part = {};
    private int at;
    private int next;
    private long left;

    Reading(TenantId tenant, Upload upload) {
      this.tenant = tenant;
      this.upload = upload;
      left = upload.size();
    }

    @Override
    public int read() throws IOException {
      return more() ? part[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!more()) {
        return -1;
      }
      int count = Math.min(length, part.length - at);
      System.arraycopy(part, at, bytes, offset, count);
      at += count;
      return count;
    }

    private boolean more() throws IOException {
      if (at == part.length && left > 0) {
        part =
            part(tenant, upload.id(), next++)
                .orElseThrow(() -> new IOException("an upload is not kept any more"));
        at = 0;
        left -= part.length;
      }
      return at < part.length;
    }
  }
}
