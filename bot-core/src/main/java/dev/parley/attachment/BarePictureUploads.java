package dev.parley.attachment;

import dev.parley.identity.TenantId;
import dev.parley.picture.PictureIntake;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Uploads of whose pictures nothing is kept but the picture, since others can see them: no place
/// where it was taken, and nothing that a browser would trip over. A GIF, which holds no such
/// place, keeps moving.
public final class BarePictureUploads implements Uploads {
  private static final int BEGINNING = 1 << 10;
  private static final String GIF = "image/gif";

  private final Uploads uploads;
  private final AttachmentIntake intake;

  public BarePictureUploads(Uploads uploads, AttachmentIntake intake) {
    this.uploads = uploads;
    this.intake = intake;
  }

  @Override
  public UploadResult keep(TenantId tenant, Upload.Offer offer, InputStream content)
      throws IOException {
    BufferedInputStream peeked = new BufferedInputStream(content, BEGINNING);
    peeked.mark(BEGINNING);
    String type = FileContent.type(peeked.readNBytes(BEGINNING));
    peeked.reset();
    return PictureIntake.takes(type)
        ? picture(tenant, offer, type, peeked)
        : uploads.keep(tenant, offer, peeked);
  }

  private UploadResult picture(
      TenantId tenant, Upload.Offer offer, String type, InputStream content) throws IOException {
    long most = intake.settings().mostBytes();
    byte[] bytes = content.readNBytes(Math.toIntExact(most + 1));
    if (bytes.length > most) {
      return new UploadResult.TooLarge(most);
    }
    return switch (intake.look(offer.name(), AttachmentContent.of(bytes))) {
      case IntakeResult.Taken _ when type.equals(GIF) -> kept(tenant, offer, GIF, bytes);
      case IntakeResult.Taken taken ->
          kept(tenant, offer, taken.file().mediaType(), taken.content().bytes());
      case IntakeResult.Given _ -> throw new IllegalStateException("no picture is given away");
      case IntakeResult.Refused refused -> new UploadResult.Unfit(refused.sentence());
    };
  }

  private UploadResult kept(TenantId tenant, Upload.Offer offer, String type, byte[] bytes)
      throws IOException {
    return uploads.keep(
        tenant,
        new Upload.Offer(offer.sender(), offer.name(), type, bytes.length),
        new ByteArrayInputStream(bytes));
  }

  @Override
  public Optional<Upload> find(TenantId tenant, String place, String id) {
    return uploads.find(tenant, place, id);
  }

  @Override
  public void sent(TenantId tenant, List<Upload> sent) {
    uploads.sent(tenant, sent);
  }

  @Override
  public Optional<InputStream> open(TenantId tenant, String place, String id) {
    return uploads.open(tenant, place, id);
  }

  @Override
  public void discard(TenantId tenant, Upload.Sender sender, String id) {
    uploads.discard(tenant, sender, id);
  }
}
