package dev.parley.testkit.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.AttachmentSettings;
import dev.parley.attachment.BarePictureUploads;
import dev.parley.attachment.Upload;
import dev.parley.attachment.UploadResult;
import dev.parley.attachment.UploadSettings;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A picture that is uploaded to a room")
class BarePictureUploadsTest {
  private static final TenantId TENANT = new TenantId(new PlatformName("web"), "local");
  private static final Upload.Sender ADA = new Upload.Sender("lounge", new UserId("Ada"));
  private static final String PLACE = "taken at 52.5200, 13.4050";

  private final BarePictureUploads uploads =
      new BarePictureUploads(
          new InMemoryUploads(UploadSettings.of(AttachmentSettings.DEFAULTS)),
          new AttachmentIntake(
              new InMemoryAttachmentStore(),
              new InMemoryProviderFiles().large(),
              new ScriptedDocuments(),
              AttachmentSettings.DEFAULTS));

  private UploadResult upload(String name, byte[] bytes) throws IOException {
    return uploads.keep(
        TENANT, new Upload.Offer(ADA, name, "", bytes.length), new ByteArrayInputStream(bytes));
  }

  private byte[] kept(UploadResult result) throws IOException {
    Upload upload = ((UploadResult.Kept) result).upload();
    return uploads.open(TENANT, "lounge", upload.id()).orElseThrow().readAllBytes();
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), format, bytes);
    return bytes.toByteArray();
  }

  /// A comment right behind the beginning, where cameras write Exif.
  private static byte[] photo() throws IOException {
    byte[] plain = picture("jpg");
    ByteArrayOutputStream photo = new ByteArrayOutputStream();
    photo.write(plain, 0, 2);
    photo.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (PLACE.length() + 2)});
    photo.write(PLACE.getBytes(ISO_8859_1));
    photo.write(plain, 2, plain.length - 2);
    return photo.toByteArray();
  }

  @Test
  @DisplayName("is kept without what a camera wrote into it, so that nobody there reads it")
  void bare() throws IOException {
    byte[] photo = photo();

    byte[] kept = kept(upload("photo.jpg", photo));

    assertThat(new String(photo, ISO_8859_1)).contains(PLACE);
    assertThat(new String(kept, ISO_8859_1)).doesNotContain(PLACE);
    assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).isEqualTo(30);
  }

  @Test
  @DisplayName("is refused by name where nobody could look at it")
  void unfit() throws IOException {
    byte[] cut = new byte[40];
    System.arraycopy(picture("png"), 0, cut, 0, cut.length);

    assertThat(upload("cut.png", cut))
        .isEqualTo(new UploadResult.Unfit("I could not read cut.png: it is damaged."));
  }

  @Test
  @DisplayName("keeps moving as a GIF, and other files stay as they are")
  void asTheyAre() throws IOException {
    byte[] gif = picture("gif");
    byte[] text = "Lunch is at one.".getBytes(ISO_8859_1);

    assertThat(kept(upload("cat.gif", gif))).isEqualTo(gif);
    assertThat(kept(upload("notes.txt", text))).isEqualTo(text);
  }
}
