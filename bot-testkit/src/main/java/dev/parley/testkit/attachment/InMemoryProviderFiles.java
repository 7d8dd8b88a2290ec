package dev.parley.testkit.attachment;

import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.AttachmentUnavailableException.Why;
import dev.parley.attachment.LargeFiles;
import dev.parley.attachment.ProviderFile;
import dev.parley.attachment.ProviderFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A provider's files in memory, which takes none while it is away.
public final class InMemoryProviderFiles implements ProviderFiles {
  private static final Instant FAR_OFF = Instant.parse("2100-01-01T00:00:00Z");

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final AtomicInteger given = new AtomicInteger();
  private volatile boolean away;

  /// These files, with nothing noted of them yet.
  public LargeFiles large() {
    return new LargeFiles(this, new InMemoryGivenFiles());
  }

  /// From now on the provider does not answer, or answers again.
  public void isAway(boolean isAway) {
    away = isAway;
  }

  @Override
  public ProviderFile give(FileChannel content, String mediaType) {
    answering();
    String name = "files/" + given.incrementAndGet();
    try {
      files.put(name, Channels.newInputStream(content.position(0)).readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return at(name);
  }

  private static ProviderFile at(String name) {
    return new ProviderFile(name, "https://provider.example/" + name, FAR_OFF);
  }

  /// A file of this name that somebody gave before.
  public ProviderFile holding(String name) {
    files.put(name, new byte[1]);
    return at(name);
  }

  @Override
  public boolean has(ProviderFile file) {
    answering();
    return files.containsKey(file.name());
  }

  @Override
  public void erase(String name) {
    answering();
    files.remove(name);
  }

  private void answering() {
    if (away) {
      throw new AttachmentUnavailableException(Why.UNREACHABLE, "the provider is away", null);
    }
  }

  /// How often a file was given.
  public int timesGiven() {
    return given.get();
  }

  /// The bytes of each file that is there, by the provider's name.
  public Map<String, byte[]> files() {
    return Map.copyOf(files);
  }
}
