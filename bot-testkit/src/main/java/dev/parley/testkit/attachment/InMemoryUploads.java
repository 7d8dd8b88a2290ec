package dev.parley.testkit.attachment;

import dev.parley.attachment.Upload;
import dev.parley.attachment.UploadResult;
import dev.parley.attachment.UploadSettings;
import dev.parley.attachment.Uploads;
import dev.parley.identity.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// Uploaded files in memory, which are kept until they are discarded.
public final class InMemoryUploads implements Uploads {
  private final UploadSettings settings;
  private final Map<Key, Entry> files = new HashMap<>();

  public InMemoryUploads(UploadSettings settings) {
    this.settings = settings;
  }

  private record Key(TenantId tenant, String id) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
  private record Entry(Upload upload, byte[] bytes, boolean whole, boolean sent) {}

  @Override
  public UploadResult keep(TenantId tenant, Upload.Offer offer, InputStream content)
      throws IOException {
    if (offer.size() > settings.mostBytes()) {
      return new UploadResult.TooLarge(settings.mostBytes());
    }
    Key key = new Key(tenant, UUID.randomUUID().toString());
    long expected = offer.size() > 0 ? offer.size() : settings.mostBytes();
    Optional<UploadResult.Whose> full = begin(key, offer, expected);
    if (full.isPresent()) {
      return new UploadResult.TooMuchUnsent(full.get());
    }
    try {
      return finish(key, content.readNBytes(Math.toIntExact(settings.mostBytes() + 1)));
    } finally {
      dropUnfinished(key);
    }
  }

  private synchronized Optional<UploadResult.Whose> begin(
      Key key, Upload.Offer offer, long expected) {
    Upload.Sender sender = offer.sender();
    if (isFull(
        key, expected, settings.person(), it -> it.sender().person().equals(sender.person()))) {
      return Optional.of(UploadResult.Whose.PERSON);
    }
    if (isFull(key, expected, settings.place(), it -> it.sender().place().equals(sender.place()))) {
      return Optional.of(UploadResult.Whose.PLACE);
    }
    if (isFull(key, expected, settings.everybody(), _ -> true)) {
      return Optional.of(UploadResult.Whose.EVERYBODY);
    }
    Upload upload = new Upload(key.id(), sender, offer.name(), offer.mediaType(), expected);
    files.put(key, new Entry(upload, new byte[0], false, false));
    return Optional.empty();
  }

  private boolean isFull(
      Key key, long expected, UploadSettings.Unsent most, Predicate<Upload> whose) {
    List<Upload> unsent =
        files.entrySet().stream()
            .filter(file -> file.getKey().tenant().equals(key.tenant()) && !file.getValue().sent())
            .map(file -> file.getValue().upload())
            .filter(whose)
            .toList();
    long bytes = unsent.stream().mapToLong(Upload::size).sum();
    return unsent.size() >= most.files() || bytes + expected > most.bytes();
  }

  private synchronized UploadResult finish(Key key, byte[] bytes) {
    Entry entry = files.get(key);
    if (bytes.length > settings.mostBytes()) {
      return new UploadResult.TooLarge(settings.mostBytes());
    }
    if (entry == null) {
      return new UploadResult.Gone();
    }
    Upload begun = entry.upload();
    Upload upload =
        new Upload(begun.id(), begun.sender(), begun.name(), begun.mediaType(), bytes.length);
    files.put(key, new Entry(upload, bytes, true, false));
    return new UploadResult.Kept(upload);
  }

  private synchronized void dropUnfinished(Key key) {
    files.computeIfPresent(key, (_, entry) -> entry.whole() ? entry : null);
  }

  @Override
  public Optional<Upload> find(TenantId tenant, String place, String id) {
    return entry(tenant, place, id).map(Entry::upload);
  }

  private synchronized Optional<Entry> entry(TenantId tenant, String place, String id) {
    return Optional.ofNullable(files.get(new Key(tenant, id)))
        .filter(entry -> entry.whole() && entry.upload().sender().place().equals(place));
  }

  @Override
  public synchronized void sent(TenantId tenant, List<Upload> uploads) {
    for (Upload upload : uploads) {
      files.computeIfPresent(
          new Key(tenant, upload.id()),
          (_, entry) -> new Entry(entry.upload(), entry.bytes(), entry.whole(), true));
    }
  }

  @Override
  public Optional<InputStream> open(TenantId tenant, String place, String id) {
    return entry(tenant, place, id).map(entry -> new ByteArrayInputStream(entry.bytes()));
  }

  @Override
  public synchronized void discard(TenantId tenant, Upload.Sender sender, String id) {
    files.computeIfPresent(
        new Key(tenant, id),
        (_, entry) -> entry.sent() || !entry.upload().sender().equals(sender) ? entry : null);
  }
}
