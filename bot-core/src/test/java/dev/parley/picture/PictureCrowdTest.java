package dev.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Pictures of all kinds that come at once")
@Timeout(300)
class PictureCrowdTest {
  private static final int THREADS = 64;

  /// Two at a time take 2 × 14 × 1024 × 1024 bytes, which are 28 MB. The rest is for Java itself,
  /// and 20 MB for what was sent.
  private static final PictureSettings LIMITS = new PictureSettings(50_000_000, 1_000, 1_024, 2);

  private static final String HEAP = "-Xmx80m";

  /// Takes in all files of a folder, in a Java of its own, whose heap is small.
  static final class Alone {
    public static void main(String[] folder) throws Exception {
      List<Sent> files = sent(Path.of(folder[0]));
      PictureIntake intake = new PictureIntake(LIMITS);
      try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
        List<Callable<String>> works = new ArrayList<>();
        for (int at = 0; at < THREADS; at++) {
          Sent file = files.get(at % files.size());
          works.add(() -> taken(intake, file));
        }
        for (Future<String> said : threads.invokeAll(works)) {
          System.out.println(said.get());
        }
      }
    }

    private static List<Sent> sent(Path folder) throws IOException {
      List<Sent> sent = new ArrayList<>();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          sent.add(new Sent(file.getFileName().toString(), Files.readAllBytes(file)));
        }
      }
      return sent;
    }

    private static String taken(PictureIntake intake, Sent file) throws InterruptedException {
      String type = file.name().split(" ")[0];
      PictureOutcome outcome = intake.take("image/" + type, file.bytes());
      return file.name() + ": " + outcome.getClass().getSimpleName();
    }

    private record Sent(String name, byte[] bytes) {}
  }

  private static void write(Path folder, String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  /// Type, outcome, and what it is.
  private static void fill(Path folder) throws IOException {
    byte[] png = Drawn.as("png", Drawn.quarters(80, 40));
    byte[] gif = Drawn.as("gif", Drawn.quarters(80, 40));
    byte[] jpeg = Drawn.as("jpeg", new BufferedImage(7_000, 7_000, BufferedImage.TYPE_3BYTE_BGR));
    byte[] bomb = Bytes.zeros(300_000_000);
    byte[] noise = Drawn.as("png", Drawn.noise(1_024, 1_024, BufferedImage.TYPE_INT_ARGB));
    write(folder, "png Ready large", Bytes.blankPng(7_000, 7_000, 8, 2));
    write(folder, "png Ready large with 16 bits", Bytes.blankPng(7_000, 7_000, 16, 6));
    write(folder, "png Ready large and grey", Bytes.blankPng(7_000, 7_000, 8, 0));
    write(folder, "png Ready long", Bytes.blankPng(50_000, 900, 8, 6));
    write(folder, "png Ready noise", noise);
    write(folder, "png Ready text bomb", Bytes.withChunks(png, Bytes.chunk("zTXt", "a\0\0", bomb)));
    write(
        folder,
        "png Ready profile bomb",
        Bytes.withChunks(png, Bytes.chunk("iCCP", "a\0\0", bomb)));
    write(
        folder,
        "png Ready other text bomb",
        Bytes.withChunks(png, Bytes.chunk("iTXt", "a\0\u0001\0\0\0", bomb)));
    write(folder, "png TooManyPixels", Bytes.emptyPng(50_000, 50_000));
    write(folder, "png TooLong", Bytes.emptyPng(50_000_000, 1));
    write(folder, "png Damaged", Arrays.copyOf(png, png.length / 2));
    write(folder, "png Damaged empty", Bytes.emptyPng(6_000, 6_000));
    write(folder, "jpeg Ready large", jpeg);
    write(folder, "jpeg Damaged", Arrays.copyOf(jpeg, jpeg.length / 2));
    write(
        folder,
        "jpeg TooManyPixels",
        Drawn.progressive(new BufferedImage(2_000, 2_000, BufferedImage.TYPE_3BYTE_BGR)));
    write(
        folder,
        "jpeg Ready progressive",
        Drawn.progressive(new BufferedImage(1_400, 1_400, BufferedImage.TYPE_3BYTE_BGR)));
    write(
        folder,
        "gif Ready large",
        Drawn.as("gif", new BufferedImage(7_000, 7_000, BufferedImage.TYPE_BYTE_GRAY)));
    write(folder, "gif TooManyFrames", frames(gif, 200_000));
    write(folder, "webp Ready", SomeWebp.LOSSY);
    write(folder, "webp Ready animation", SomeWebp.ANIMATED);
    write(folder, "webp Ready whole", SomeWebp.blank(1_448, 1_448));
    write(folder, "webp TooManyPixels", SomeWebp.blank(16_384, 16_384));
  }

  private static byte[] frames(byte[] gif, int count) {
    byte[] start = Arrays.copyOf(gif, gif.length - 1);
    byte[] frame = Bytes.of(",", new byte[4], (byte) 1, (byte) 0, (byte) 1, new byte[4]);
    byte[] bytes = Arrays.copyOf(start, start.length + count * frame.length);
    for (int at = start.length; at < bytes.length; at += frame.length) {
      System.arraycopy(frame, 0, bytes, at, frame.length);
    }
    return bytes;
  }

  @Test
  @DisplayName("stay within the memory that is told, each with its own outcome")
  void bounded(@TempDir Path folder) throws Exception {
    fill(folder);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-classpath",
                System.getProperty("java.class.path"),
                Alone.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    List<String> outcomes =
        said.lines().filter(line -> line.matches("(png|jpeg|gif|webp) .*: .*")).toList();
    assertThat(outcomes).as(said).hasSize(THREADS).allMatch(PictureCrowdTest::isExpected);
  }

  private static boolean isExpected(String line) {
    String[] told = line.split(": ");
    return told[0].split(" ")[1].equals(told[1]);
  }
}
