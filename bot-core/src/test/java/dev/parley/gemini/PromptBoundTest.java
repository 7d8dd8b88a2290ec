package dev.parley.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentContent;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.model.Media;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.model.RemoteMedia;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The most tokens that a prompt can have")
class PromptBoundTest {
  private static final Booking BOOKING =
      new Booking(
          new Payer(
              new TenantId(new PlatformName("web"), "T1"), "C1", new UserId("U1"), "Ada", Set.of()),
          Purpose.ANSWER,
          Optional.empty());
  private static final long QUESTION = bound("gemini-3.8-flash", new ModelMessage.FromUser("Hi?"));

  private static long bound(String model, ModelMessage message) {
    return PromptBound.of(
        new ModelRequest(
            BOOKING, model, false, "", List.of(), List.of(message), 1, Duration.ofSeconds(1)));
  }

  private static long shown(String model, Media media) {
    return bound(model, new ModelMessage.FromUser("Hi?", List.of(media))) - QUESTION;
  }

  private static Media media(String type, int size, int extent) {
    return new Media(type, AttachmentContent.of(new byte[size]), extent);
  }

  @ParameterizedTest(name = "{0}: {1} in {2} bytes")
  @CsvSource({
    "application/pdf, 12, 90_000, 13_440",
    "audio/mp3, 60, 90_000, 1_952",
    "video/mp4, 10, 90_000, 3_432",
    "application/pdf, 0, 3_000, 12_320",
    "audio/mp3, 0, 50_000, 3_232",
    "text/plain, 0, 700, 700",
  })
  @DisplayName("goes by the pages and seconds of a file, and where nobody counted, by its bytes")
  void extent(String type, int extent, String size, String tokens) {
    int bytes = number(size);

    assertThat(shown("gemini-3.8-flash", media(type, bytes, extent))).isEqualTo(number(tokens));
    assertThat(
            bound(
                    "gemini-3.8-flash",
                    new ModelMessage.FromUser(
                        "Hi?",
                        List.of(),
                        List.of(new RemoteMedia(type, "https://files", extent, bytes))))
                - QUESTION)
        .isEqualTo(number(tokens));
  }

  private static int number(String text) {
    return Integer.parseInt(text.replace("_", ""));
  }

  @Test
  @DisplayName("goes by tiles for pictures where the model cuts them so")
  void pictures() {
    Media picture = media("image/png", 100, 0);

    assertThat(shown("gemini-3.8-flash", picture)).isEqualTo(2_240);
    assertThat(shown("gemini-2.5-flash", picture)).isEqualTo(258 * 64);
  }
}
