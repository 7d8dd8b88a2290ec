package dev.parley.testkit.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.attachment.Upload;
import dev.parley.attachment.UploadResult;
import dev.parley.attachment.UploadResult.Whose;
import dev.parley.attachment.UploadSettings;
import dev.parley.attachment.UploadSettings.Unsent;
import dev.parley.attachment.Uploads;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What all that takes in uploads must do.
public abstract class UploadsContract {
  protected static final TenantId TENANT = new TenantId(new PlatformName("web"), "local");
  protected static final Upload.Sender ANN = sender("general", "ann");
  private static final TenantId OTHER_TENANT = new TenantId(new PlatformName("web"), "other");
  private static final int MOST = 3 << 20;
  private static final UploadSettings LIMITS =
      new UploadSettings(
          MOST,
          new Unsent(3, MOST + 1_000L),
          new Unsent(4, 2L * MOST),
          new Unsent(5, 3L * MOST),
          Duration.ofHours(1),
          Duration.ofHours(24));

  /// A store with these limits, in which nothing is.
  protected abstract Uploads uploads(UploadSettings settings);

  protected static Upload.Sender sender(String place, String person) {
    return new Upload.Sender(place, new UserId(person));
  }

  protected static byte[] content(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static UploadResult keep(Uploads uploads, Upload.Sender sender, int size)
      throws IOException {
    return uploads.keep(
        TENANT,
        new Upload.Offer(sender, "notes.txt", "text/plain", size),
        new ByteArrayInputStream(content(size)));
  }

  protected static Upload kept(Uploads uploads, Upload.Sender sender, int size) throws IOException {
    return ((UploadResult.Kept) keep(uploads, sender, size)).upload();
  }

  private static byte[] read(Uploads uploads, Upload upload) throws IOException {
    try (InputStream stream =
        uploads.open(TENANT, upload.sender().place(), upload.id()).orElseThrow()) {
      return stream.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, MOST})
  @DisplayName("gives back each byte, of files of any size")
  void bytes(int size) throws IOException {
    Uploads uploads = uploads(LIMITS);

    Upload upload = kept(uploads, ANN, size);

    assertThat(upload.size()).isEqualTo(size);
    assertThat(read(uploads, upload)).isEqualTo(content(size));
    assertThat(uploads.find(TENANT, "general", upload.id())).contains(upload);
  }

  @Test
  @DisplayName("knows a file by its own place and tenant only")
  void places() throws IOException {
    Uploads uploads = uploads(LIMITS);

    String id = kept(uploads, ANN, 10).id();

    assertThat(uploads.find(TENANT, "other", id)).isEmpty();
    assertThat(uploads.open(TENANT, "other", id)).isEmpty();
    assertThat(uploads.find(OTHER_TENANT, "general", id)).isEmpty();
    assertThat(uploads.find(TENANT, "general", "unknown")).isEmpty();
  }

  @Test
  @DisplayName("refuses what is too large, also where that was not told, and keeps nothing of it")
  void tooLarge() throws IOException {
    Uploads uploads = uploads(LIMITS);

    UploadResult told = keep(uploads, ANN, MOST + 1);
    UploadResult untold =
        uploads.keep(
            TENANT,
            new Upload.Offer(ANN, "notes.txt", "text/plain", 0),
            new ByteArrayInputStream(content(MOST + 1)));

    assertThat(told).isEqualTo(new UploadResult.TooLarge(MOST));
    assertThat(untold).isEqualTo(new UploadResult.TooLarge(MOST));
    kept(uploads, ANN, MOST);
  }

  @Test
  @DisplayName("keeps nothing of a file that breaks off")
  void brokenOff() throws IOException {
    Uploads uploads = uploads(LIMITS);
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken off");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
          }
        };

    assertThatThrownBy(
            () ->
                uploads.keep(
                    TENANT,
                    new Upload.Offer(ANN, "notes.txt", "text/plain", 0),
                    new SequenceInputStream(new ByteArrayInputStream(content(1_500_000)), broken)))
        .isInstanceOf(IOException.class);

    kept(uploads, ANN, MOST);
  }

  @Test
  @DisplayName("takes so many unsent files of a person, in all places together")
  void filesOfPerson() throws IOException {
    Uploads uploads = uploads(LIMITS);
    kept(uploads, ANN, 1);
    kept(uploads, ANN, 1);
    kept(uploads, sender("lounge", "ann"), 1);

    assertThat(keep(uploads, ANN, 1)).isEqualTo(new UploadResult.TooMuchUnsent(Whose.PERSON));
    kept(uploads, sender("general", "bob"), 1);
  }

  @Test
  @DisplayName("takes so many bytes of a person's unsent files, and of all that are there")
  void bytesOfPerson() throws IOException {
    Uploads uploads = uploads(LIMITS);
    kept(uploads, ANN, MOST);
    assertThat(keep(uploads, ANN, 1_001)).isEqualTo(new UploadResult.TooMuchUnsent(Whose.PERSON));
    kept(uploads, ANN, 1_000);
    assertThat(keep(uploads, sender("general", "bob"), MOST))
        .isEqualTo(new UploadResult.TooMuchUnsent(Whose.PLACE));
    kept(uploads, sender("lounge", "bob"), MOST);
    assertThat(keep(uploads, sender("hall", "eve"), MOST))
        .isEqualTo(new UploadResult.TooMuchUnsent(Whose.EVERYBODY));
  }

  @Test
  @DisplayName("takes so many unsent files in a place, and in all places together")
  void filesOfPlace() throws IOException {
    Uploads uploads = uploads(LIMITS);
    for (String person : List.of("ann", "bob", "cid", "dan")) {
      kept(uploads, sender("general", person), 1);
    }

    assertThat(keep(uploads, sender("general", "eve"), 1))
        .isEqualTo(new UploadResult.TooMuchUnsent(Whose.PLACE));
    kept(uploads, sender("lounge", "eve"), 1);
    assertThat(keep(uploads, sender("lounge", "fay"), 1))
        .isEqualTo(new UploadResult.TooMuchUnsent(Whose.EVERYBODY));
  }

  @Test
  @DisplayName("has room again once files are sent, however often that is noted, and keeps those")
  void sent() throws IOException {
    Uploads uploads = uploads(LIMITS);
    Upload upload = kept(uploads, ANN, MOST);

    uploads.sent(TENANT, List.of(upload));
    uploads.sent(TENANT, List.of(upload));
    uploads.sent(TENANT, List.of());

    assertThat(kept(uploads, ANN, MOST)).isNotEqualTo(upload);
    uploads.discard(TENANT, ANN, upload.id());
    assertThat(read(uploads, upload)).isEqualTo(content(MOST));
  }

  @Test
  @DisplayName("has room again once files are discarded, which is for their sender to do")
  void discarded() throws IOException {
    Uploads uploads = uploads(LIMITS);
    Upload upload = kept(uploads, ANN, MOST);

    uploads.discard(TENANT, sender("general", "bob"), upload.id());
    uploads.discard(TENANT, sender("lounge", "ann"), upload.id());
    assertThat(uploads.find(TENANT, "general", upload.id())).contains(upload);
    uploads.discard(TENANT, ANN, upload.id());

    assertThat(uploads.find(TENANT, "general", upload.id())).isEmpty();
    kept(uploads, ANN, MOST);
  }
}
