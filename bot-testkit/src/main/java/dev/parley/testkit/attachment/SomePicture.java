package dev.parley.testkit.attachment;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.model.Media;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Small PNG pictures for tests, each of one colour.
public final class SomePicture {
  public static final AttachmentContent RED = png(0xff0000);
  public static final AttachmentContent BLUE = png(0x0000ff);

  private SomePicture() {}

  private static AttachmentContent png(int colour) {
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int at = 0; at < 64; at++) {
      picture.setRGB(at % 8, at / 8, colour);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return AttachmentContent.of(bytes.toByteArray());
  }

  /// As a model makes it.
  public static Media made(AttachmentContent content) {
    return new Media("image/png", content);
  }

  /// As replies and conversations name it.
  public static Attachment file(String name, AttachmentContent content) {
    return new Attachment(name, "image/png", content.sha256(), content.size());
  }
}
