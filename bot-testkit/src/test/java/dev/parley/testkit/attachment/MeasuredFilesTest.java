package dev.parley.testkit.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentSettings;
import dev.parley.attachment.DocumentReading;
import dev.parley.attachment.IntakeResult;
import dev.parley.attachment.ReadingLimits;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Texts, documents and recordings")
class MeasuredFilesTest {
  private static final TenantId TENANT = new TenantId(new PlatformName("slack"), "T1");
  private static final ReadingLimits READING =
      new ReadingLimits(20, 15_000, Duration.ofMinutes(2), Duration.ofSeconds(30));
  private static final AttachmentSettings LIMITS =
      new AttachmentSettings(20_000, 3, 30_000, 1_000, 20_000, 2, Duration.ofHours(1))
          .with(READING);

  private final ScriptedDocuments documents = new ScriptedDocuments();
  private final AttachmentIntake intake =
      new AttachmentIntake(
          new InMemoryAttachmentStore(), new InMemoryProviderFiles().large(), documents, LIMITS);

  private IntakeResult take(String name, String type, byte[] content) {
    return take(intake, new AttachmentRef("f", name, type, content.length, "x"), content);
  }

  private static IntakeResult take(AttachmentIntake intake, String name, byte[] content) {
    return take(intake, new AttachmentRef("f", name, "", 0, "x"), content);
  }

  private static IntakeResult take(AttachmentIntake intake, AttachmentRef file, byte[] content) {
    return intake
        .take(TENANT, List.of(file), (_, _) -> new ByteArrayInputStream(content), _ -> {})
        .getFirst();
  }

  private static String sentence(IntakeResult result) {
    return result instanceof IntakeResult.Refused refused ? refused.sentence() : "taken";
  }

  private static IntakeResult.Taken taken(IntakeResult result) {
    return (IntakeResult.Taken) result;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "windows-1252, 'Größere Übungen für Fußgänger – „schön“ und süß, das weiß jeder.'",
    "ISO-8859-1, 'Où est le garçon ? Il a été très fatigué après la fête, hélas.'",
    "Shift_JIS, 'これは日本語の文章です。ファイルの中身を読んでください。'",
    "GB18030, '这是一个中文文本文件，请阅读里面的内容，然后回答问题。'",
    "KOI8-R, 'Это русский текст в старой кодировке, прочитайте его, пожалуйста.'",
  })
  @DisplayName("are text in an older encoding, where it can be told")
  void olderEncodings(String charset, String text) {
    IntakeResult result = take("a.txt", "text/plain", text.getBytes(Charset.forName(charset)));

    assertThat(result).isInstanceOf(IntakeResult.Taken.class);
    assertThat(new String(taken(result).content().bytes(), UTF_8)).isEqualTo(text);
  }

  @Test
  @DisplayName("are no text where they are neither words nor anything that is known")
  void noise() {
    byte[] noise = new byte[3_000];
    new Random(7).nextBytes(noise);
    noise[0] = 'x';

    assertThat(sentence(take("a.bin", "text/plain", noise))).contains("it is of the type");
    assertThat(sentence(take("a.bin", "", new byte[] {-1, -60, 'a', -3, 127, -120})))
        .contains("it is of the type");
  }

  @Test
  @DisplayName("that are longer than what is read are refused by the limit they pass")
  void tooLong() {
    byte[] text = "a".repeat(15_001).getBytes(UTF_8);
    documents.answer(new DocumentReading.Pages(21));

    assertThat(sentence(take("a.txt", "text/plain", text)))
        .isEqualTo("I could not read a.txt: it has more than 15,000 characters.");
    assertThat(sentence(take("a.pdf", "application/pdf", SomeDocument.pdf(1))))
        .isEqualTo("I could not read a.pdf: it has more than 20 pages.");
    assertThat(sentence(take("a.wav", "audio/wav", wave(121))))
        .isEqualTo("I could not read a.wav: it has more than 2 minutes of sound.");
  }

  @Test
  @DisplayName("are taken with the pages or seconds that they have")
  void extents() {
    documents.answer(new DocumentReading.Pages(20));

    assertThat(extent(take("a.pdf", "application/pdf", SomeDocument.pdf(1)))).isEqualTo(20);
    assertThat(extent(take("a.wav", "audio/wav", wave(120)))).isEqualTo(120);
  }

  private static int extent(IntakeResult result) {
    return taken(result).file().extent();
  }

  /// With 100 bytes each second.
  private static byte[] wave(int seconds) {
    ByteBuffer wave = ByteBuffer.allocate(44 + seconds * 100).order(ByteOrder.LITTLE_ENDIAN);
    wave.put("RIFF____WAVEfmt ".getBytes(UTF_8)).putInt(16);
    wave.putShort((short) 1).putShort((short) 1).putInt(100).putInt(100);
    wave.putShort((short) 1).putShort((short) 8).put("data".getBytes(UTF_8));
    return wave.putInt(seconds * 100).array();
  }

  @Test
  @DisplayName("that are office documents are text with the name that they had")
  void words() {
    documents.answer(new DocumentReading.Words("Lunch is at one"));

    IntakeResult result =
        take(
            "plan.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            SomeDocument.docx("x"));

    assertThat(taken(result).file().mediaType()).isEqualTo("text/plain");
    assertThat(taken(result).file().name()).isEqualTo("plan.docx");
  }

  @Test
  @DisplayName("are refused above what the provider takes of a PDF, whatever the settings allow")
  void largePdf() {
    byte[] pdf = Arrays.copyOf("%PDF-1.7".getBytes(UTF_8), (50 << 20) + 1);

    assertThat(sentence(take(giving(60 << 20), "scan.pdf", pdf)))
        .isEqualTo("I could not read scan.pdf: it is larger than 50 MB.");
  }

  @Test
  @DisplayName("are taken up to the usual limit where the provider is to keep none")
  void noneLarge() {
    AttachmentRef told = new AttachmentRef("f", "a.wav", "audio/wav", 20_000, "x");

    assertThat(taken(take(giving(0), told, SomeRecording.wav(20_000))).file().extent())
        .isEqualTo(3);
    assertThat(sentence(take(giving(0), "b.wav", SomeRecording.wav(20_001))))
        .isEqualTo("I could not read b.wav: it is larger than 19 kB.");
  }

  private AttachmentIntake giving(long mostLargeBytes) {
    return new AttachmentIntake(
        new InMemoryAttachmentStore(),
        new InMemoryProviderFiles().large(),
        documents,
        new AttachmentSettings(20_000, 3, 30_000, 1_000, mostLargeBytes, 2, Duration.ofHours(1)));
  }

  @Test
  @DisplayName(
      "are looked at whole where they are too large for a request: a film tells at its end")
  void large() {
    AttachmentSettings small =
        new AttachmentSettings(20_000, 3, 30_000, 1_000, 90_000, 2, Duration.ofHours(1))
            .with(READING);
    InMemoryProviderFiles provider = new InMemoryProviderFiles();
    AttachmentIntake large =
        new AttachmentIntake(new InMemoryAttachmentStore(), provider.large(), documents, small);

    assertThat(take(large, "a.mp4", SomeRecording.mp4(50_000, 20)))
        .isInstanceOfSatisfying(
            IntakeResult.Given.class,
            given -> {
              assertThat(given.file().mediaType()).isEqualTo("video/mp4");
              assertThat(given.file().extent()).isEqualTo(20);
            });
    assertThat(sentence(take(large, "b.mp4", SomeRecording.mp4(50_000, 31))))
        .isEqualTo("I could not read b.mp4: it has more than 30 seconds of video.");
    assertThat(sentence(take(large, "c.mp4", SomeRecording.mp4(100_000, 20))))
        .isEqualTo("I could not read c.mp4: it is larger than 87 kB.");
    assertThat(sentence(take(large, "d.mp4", Arrays.copyOf(SomeRecording.mp4(50_000, 20), 50_000))))
        .isEqualTo("I could not read d.mp4: it is damaged.");
    assertThat(provider.timesGiven()).isEqualTo(1);
  }
}
