package dev.parley.redis;

import dev.parley.attachment.Upload;
import dev.parley.attachment.UploadResult;
import dev.parley.attachment.UploadSettings;
import dev.parley.attachment.Uploads;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Uploaded files, each as a hash of its name, its sender and its parts; and one more hash of those
/// that are not sent yet.
final class RedisUploads implements Uploads {
  private static final String KEPT = "kept";

  private final Scripts scripts;
  private final RedisKeys keys;
  private final RedisSettings redis;
  private final UploadSettings settings;
  private final UploadParts parts;

  RedisUploads(Scripts scripts, RedisKeys keys, RedisSettings redis, UploadSettings settings) {
    this.scripts = scripts;
    this.keys = keys;
    this.redis = redis;
    this.settings = settings;
    parts = new UploadParts(scripts, keys, redis.shortPatience(), settings.unsentFor());
  }

  @Override
  public UploadResult keep(TenantId tenant, Upload.Offer offer, InputStream content)
      throws IOException {
    if (offer.size() > settings.mostBytes()) {
      return new UploadResult.TooLarge(settings.mostBytes());
    }
    String id = UUID.randomUUID().toString();
    String begun = run(Script.UPLOAD_BEGIN, tenant, begin(id, offer)).text();
    if (!begun.equals(KEPT)) {
      return new UploadResult.TooMuchUnsent(
          UploadResult.Whose.valueOf(begun.toUpperCase(Locale.ROOT)));
    }
    UploadResult result = null;
    try {
      result = written(tenant, id, offer, content);
      return result;
    } finally {
      if (!(result instanceof UploadResult.Kept)) {
        run(Script.UPLOAD_DISCARD, tenant, id, offer.sender().person().value());
      }
    }
  }

  private String[] begin(String id, Upload.Offer offer) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(id, offer.sender().place(), offer.sender().person().value()));
    arguments.addAll(List.of(offer.name(), offer.mediaType()));
    arguments.add(Long.toString(offer.size() > 0 ? offer.size() : settings.mostBytes()));
    arguments.add(millis(settings.unsentFor()));
    for (UploadSettings.Unsent most :
        List.of(settings.person(), settings.place(), settings.everybody())) {
      arguments.addAll(List.of(Integer.toString(most.files()), Long.toString(most.bytes())));
    }
    return arguments.toArray(String[]::new);
  }

  private UploadResult written(TenantId tenant, String id, Upload.Offer offer, InputStream content)
      throws IOException {
    long size = 0;
    byte[] part = new byte[UploadParts.SIZE];
    for (int number = 0; ; number++) {
      int read = content.readNBytes(part, 0, part.length);
      size += read;
      if (size > settings.mostBytes()) {
        return new UploadResult.TooLarge(settings.mostBytes());
      }
      if (read > 0) {
        parts.write(tenant, id, number, Arrays.copyOf(part, read));
      }
      if (read < part.length) {
        return finished(
            tenant, new Upload(id, offer.sender(), offer.name(), offer.mediaType(), size));
      }
    }
  }

  private UploadResult finished(TenantId tenant, Upload upload) {
    String done =
        run(
                Script.UPLOAD_DONE,
                tenant,
                upload.id(),
                Long.toString(upload.size()),
                millis(settings.unsentFor()))
            .text();
    return done.equals(KEPT) ? new UploadResult.Kept(upload) : new UploadResult.Gone();
  }

  @Override
  public Optional<Upload> find(TenantId tenant, String place, String id) {
    List<String> found = run(Script.UPLOAD_FIND, tenant, id, place, sentMillis()).texts();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Upload(
                id,
                new Upload.Sender(place, new UserId(found.get(0))),
                found.get(1),
                found.get(2),
                Long.parseLong(found.get(3))));
  }

  @Override
  public void sent(TenantId tenant, List<Upload> uploads) {
    if (uploads.isEmpty()) {
      return;
    }
    List<String> arguments = new ArrayList<>(List.of(sentMillis()));
    uploads.forEach(upload -> arguments.add(upload.id()));
    run(Script.UPLOAD_SENT, tenant, arguments.toArray(String[]::new));
  }

  @Override
  public Optional<InputStream> open(TenantId tenant, String place, String id) {
    return find(tenant, place, id).map(upload -> parts.read(tenant, upload));
  }

  @Override
  public void discard(TenantId tenant, Upload.Sender sender, String id) {
    if (find(tenant, sender.place(), id).isPresent()) {
      run(Script.UPLOAD_DISCARD, tenant, id, sender.person().value());
    }
  }

  private Answer run(Script script, TenantId tenant, String... arguments) {
    return scripts.run(script, redis.shortPatience(), keys.tenant(tenant), arguments);
  }

  /// A room's files do not outlive a room in which nothing happens.
  private String sentMillis() {
    Duration sent = settings.sentFor();
    return millis(redis.forgetAfter().filter(less -> less.compareTo(sent) < 0).orElse(sent));
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }
}
