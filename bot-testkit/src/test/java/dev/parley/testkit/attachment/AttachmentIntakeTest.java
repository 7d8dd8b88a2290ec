package dev.parley.testkit.attachment;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentSettings;
import dev.parley.attachment.AttachmentSource;
import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.AttachmentUnavailableException.Why;
import dev.parley.attachment.IntakeResult;
import dev.parley.attachment.ReadingLimits;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Files of a message")
class AttachmentIntakeTest {
  private static final TenantId TENANT = new TenantId(new PlatformName("slack"), "T1");
  private static final ReadingLimits READING =
      new ReadingLimits(20, 15_000, Duration.ofMinutes(2), Duration.ofSeconds(30));
  private static final AttachmentSettings LIMITS =
      new AttachmentSettings(20_000, 3, 30_000, 1_000, 20_000, 2, Duration.ofHours(1))
          .with(READING);

  private final InMemoryAttachmentStore store = new InMemoryAttachmentStore();
  private final ScriptedDocuments documents = new ScriptedDocuments();
  private final AttachmentIntake intake =
      new AttachmentIntake(store, new InMemoryProviderFiles().large(), documents, LIMITS);
  private final List<String> begun = new ArrayList<>();

  private static AttachmentRef ref(String name, String type, long size) {
    return new AttachmentRef(name, name, type, size, "somewhere");
  }

  private IntakeResult take(String name, String type, byte[] content) {
    return take(List.of(ref(name, type, content.length)), Map.of(name, content)).getFirst();
  }

  private List<IntakeResult> take(List<AttachmentRef> files, Map<String, byte[]> contents) {
    AttachmentSource source = (_, file) -> new ByteArrayInputStream(contents.get(file.id()));
    return intake.take(TENANT, files, source, begun::add);
  }

  private static String sentence(IntakeResult result) {
    return result instanceof IntakeResult.Refused refused ? refused.sentence() : "taken";
  }

  private static String type(IntakeResult result) {
    return result instanceof IntakeResult.Taken taken ? taken.file().mediaType() : sentence(result);
  }

  private static byte[] picture(String format, int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/png"})
  @DisplayName("are pictures by their content, whatever their names say; a GIF is its first frame")
  void pictures(String format, String type) {
    IntakeResult result = take("notes.txt", "text/plain", picture(format, 20, 10));

    assertThat(type(result)).isEqualTo(type);
    assertThat(begun).containsExactly("notes.txt");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "524946462400000057415645666d7420, audio/wav",
    "49443304000000000000, audio/mp3",
    "664c614300000022, audio/flac",
    "4f676753000200000000000000000000000000000000000000000000" + "4f70757348656164, audio/ogg",
  })
  @DisplayName("are sound by their content, as the model takes it")
  void sounds(String beginning, String type) {
    byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(beginning), 200);

    assertThat(type(take("voice-message.ogg", "audio/ogg", bytes))).isEqualTo(type);
  }

  @Test
  @DisplayName("are kept by their hashes for later questions")
  void kept() {
    byte[] bytes = "%PDF-1.7\n...".getBytes(UTF_8);
    Attachment file = ((IntakeResult.Taken) take("a.pdf", "application/pdf", bytes)).file();

    assertThat(file.mediaType()).isEqualTo("application/pdf");
    assertThat(store.find(TENANT, file.sha256()).orElseThrow().bytes()).isEqualTo(bytes);
  }

  @Test
  @DisplayName("are text in UTF-8 or UTF-16, as source code is, and then UTF-8")
  void texts() {
    IntakeResult java = take("A.java", "application/octet-stream", "class Ä {}".getBytes(UTF_8));
    IntakeResult wide = take("b.txt", "text/plain", "größer".getBytes(UTF_16));

    assertThat(type(java)).isEqualTo("text/plain");
    assertThat(((IntakeResult.Taken) wide).content().bytes()).isEqualTo("größer".getBytes(UTF_8));
  }

  @Test
  @DisplayName("are refused by a sentence that tells the type and what would be right")
  void wrongType() {
    IntakeResult zip = take("photo.png", "image/png", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});

    assertThat(sentence(zip))
        .isEqualTo(
            "I could not read photo.png: it is of the type application/zip. I read pictures (PNG,"
                + " JPEG, WebP, GIF, HEIC), sound (MP3, WAV, OGG, FLAC, AIFF, AAC, M4A, WebM),"
                + " video (MP4, MOV, WebM, MPEG, AVI, 3GP), PDF, office documents (Word, Excel,"
                + " PowerPoint, OpenDocument, RTF) and text files.");
  }

  @Test
  @DisplayName("that should be pictures but are pages, as to sign in, are not read")
  void loginPage() {
    IntakeResult page = take("photo.png", "image/png", "<html>Sign in</html>".getBytes(UTF_8));

    assertThat(sentence(page)).contains("photo.png", "a text and not what it is said to be");
  }

  @Test
  @DisplayName("that are too large as pictures are refused before they are decoded")
  void tooManyPixels() {
    byte[] huge = picture("png", 20, 10);
    System.arraycopy(new byte[] {0, 0, (byte) 0xC3, 0x50, 0, 0, (byte) 0xC3, 0x50}, 0, huge, 16, 8);

    assertThat(sentence(take("huge.png", "image/png", huge)))
        .isEqualTo("I could not read huge.png: the picture has more than 50 million pixels.");
  }

  @Test
  @DisplayName("that are the same picture are kept once, and without what else was in them")
  void samePicture() {
    byte[] plain = picture("png", 20, 10);
    byte[] polyglot = Arrays.copyOf(plain, plain.length + 100);
    Arrays.fill(polyglot, plain.length, polyglot.length, (byte) 'x');

    Attachment one = ((IntakeResult.Taken) take("a.png", "image/png", plain)).file();
    Attachment other = ((IntakeResult.Taken) take("b.png", "image/png", polyglot)).file();

    assertThat(other.sha256()).isEqualTo(one.sha256());
    assertThat(store.find(TENANT, one.sha256()).orElseThrow().size()).isEqualTo(one.size());
  }

  @Test
  @DisplayName("that are empty, or broken, are refused")
  void broken() {
    assertThat(sentence(take("a.txt", "text/plain", new byte[0]))).contains("it is empty");
    assertThat(sentence(take("a.gif", "image/gif", "GIF89a".getBytes(UTF_8))))
        .contains("it is damaged");
  }

  @Test
  @DisplayName("that are too large by what their platform says are not even fetched")
  void declaredTooLarge() {
    IntakeResult result =
        intake
            .take(
                TENANT,
                List.of(ref("big.txt", "text/plain", 20_001)),
                (_, _) -> InputStream.nullInputStream(),
                begun::add)
            .getFirst();

    assertThat(sentence(result)).isEqualTo("I could not read big.txt: it is larger than 19 kB.");
    assertThat(begun).isEmpty();
  }

  @Test
  @DisplayName("that turn out to be too large are not read to their end")
  void tooLarge() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }
        };
    IntakeResult result =
        intake
            .take(TENANT, List.of(ref("big.txt", "text/plain", 0)), (_, _) -> endless, begun::add)
            .getFirst();

    assertThat(sentence(result)).contains("it is larger than 19 kB");
  }

  @Test
  @DisplayName("beyond the number or the size for one message are refused, the others taken")
  void tooMany() {
    byte[] text = "a".repeat(12_000).getBytes(UTF_8);
    List<AttachmentRef> files =
        List.of("1", "2", "3", "4").stream().map(name -> ref(name, "text/plain", 0)).toList();

    List<IntakeResult> results = take(files, Map.of("1", text, "2", text, "3", text, "4", text));

    assertThat(results.stream().map(AttachmentIntakeTest::sentence))
        .containsExactly(
            "taken",
            "taken",
            "I could not read 3: the files of a question may have 29 kB together.",
            "I could not read 4: a message may have at most 3 files.");
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  @DisplayName("that cannot be had leave the others alone")
  void unavailable(Why why) {
    AttachmentSource source =
        (_, file) -> {
          if (file.id().equals("lost")) {
            throw new AttachmentUnavailableException(why, "no", null);
          }
          return new ByteArrayInputStream("here".getBytes(UTF_8));
        };

    List<IntakeResult> results =
        intake.take(
            TENANT,
            List.of(ref("lost", "text/plain", 0), ref("found", "text/plain", 0)),
            source,
            begun::add);

    assertThat(sentence(results.getFirst())).startsWith("I could not read lost: ");
    assertThat(type(results.getLast())).isEqualTo("text/plain");
  }

  @Test
  @DisplayName("have names that cannot break out of a line")
  void hostileNames() {
    AttachmentRef file = ref("a\n\u202e" + "b".repeat(300), "text/plain", 0);

    assertThat(file.name()).hasSizeLessThanOrEqualTo(121).doesNotContain("\n", "\u202e");
    assertThat(ref(" \t", "text/plain", 0).name()).isEqualTo("a file");
  }
}
