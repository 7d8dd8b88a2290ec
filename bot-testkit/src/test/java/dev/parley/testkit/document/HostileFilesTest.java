package dev.parley.testkit.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.attachment.SomeDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Documents that are broken, locked or made to harm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class HostileFilesTest {
  private final OutcomeReader reader = new OutcomeReader(Duration.ofSeconds(60));

  @AfterAll
  void close() {
    reader.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.parley.testkit.document.HostileFiles#all")
  @DisplayName("end in what is right for them, and the next one is read")
  void outcome(HostileFiles.Sample sample) {
    assertThat(reader.read(sample.content())).contains(sample.outcome());
    assertThat(reader.read(SomeDocument.docx("the next one"))).isEqualTo("the next one");
  }

  @Test
  @DisplayName("get no file of the machine")
  void curious(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
    String address = secret.toUri().toString();

    assertThat(reader.read(HostileSamples.curiousDocx(address))).doesNotContain("secret");
    assertThat(reader.read(HostileSamples.curiousOdt(address))).doesNotContain("secret");
  }

  @Test
  @DisplayName("that take too long are given up, and their process ends")
  void slow() {
    try (OutcomeReader hasty = new OutcomeReader(Duration.ofMillis(1))) {
      assertThat(hasty.read(SomeDocument.pdf(5_000)))
          .isEqualTo("I could not read f: reading it takes too much time or memory.");
    }
  }

  @Test
  @DisplayName("leave a bot with a heap of 64 MB as it was, all at once from many threads")
  void together(@TempDir Path folder) throws Exception {
    List<HostileFiles.Sample> samples = HostileFiles.all().toList();
    for (int i = 0; i < samples.size(); i++) {
      Files.write(folder.resolve(Integer.toString(i)), samples.get(i).content());
    }
    Path told = folder.resolve("told");
    Process bot =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-classpath",
                System.getProperty("java.class.path"),
                ManyFiles.class.getName(),
                folder.toString(),
                Integer.toString(samples.size()))
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();

    assertThat(bot.waitFor(4, TimeUnit.MINUTES)).isTrue();

    String output = Files.readString(told);
    assertThat(bot.exitValue()).as(output).isZero();
    assertThat(output.lines()).contains("outcomes: " + samples.size());
    for (int i = 0; i < samples.size(); i++) {
      assertThat(Files.readString(folder.resolve(i + ".outcome")))
          .as(samples.get(i).name())
          .contains(samples.get(i).outcome());
    }
  }
}
