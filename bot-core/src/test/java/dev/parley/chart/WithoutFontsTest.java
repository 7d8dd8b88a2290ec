package dev.parley.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.usage.ChartUnavailableException;
import dev.parley.usage.Spending;
import dev.parley.usage.Spending.Series;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On a machine without fonts")
class WithoutFontsTest {
  /// Draws in a Java of its own, because fonts are looked for once.
  static final class Alone {
    public static void main(String[] args) {
      Series series = new Series("all", List.of(BigDecimal.ONE));
      Spending spending =
          new Spending("Spending", "USD", List.of("1 Nov"), List.of(series), Optional.empty());
      for (int again = 0; again < 2; again++) {
        try {
          new XChartSpending(ChartSettings.DEFAULT).paint(spending);
          System.out.println("a picture");
        } catch (ChartUnavailableException none) {
          System.out.println("none");
        }
      }
    }
  }

  @Test
  @DisplayName("there is no picture, each time, and nothing else breaks")
  void none(@TempDir Path folder) throws Exception {
    Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig/>");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            // Java remembers there which fonts it found
            "-Duser.home=" + folder,
            "-classpath",
            System.getProperty("java.class.path"),
            Alone.class.getName());
    builder.environment().put("FONTCONFIG_FILE", noFonts.toString());
    builder.redirectErrorStream(true);

    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // macOS has fonts of its own, whatever fontconfig says
    String expected = OS.MAC.isCurrentOs() ? "a picture" : "none";
    assertThat(said.lines()).containsExactly(expected, expected);
    assertThat(process.waitFor()).isZero();
  }
}
