package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.SharedFile;
import dev.parley.testkit.discord.ShownMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("In Discord, pictures by request")
@ExtendWith(SharedTown.class)
class ImagineScenarioTest extends DiscordScenario {
  private static final String IMAGINE = "imagine";
  private static final String PROMPT = "prompt";

  ImagineScenarioTest(DiscordTown town) {
    super(town);
  }

  private static SharedFile photo() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", png);
    return new SharedFile("photo.png", "image/png", png.toByteArray());
  }

  private static BufferedImage read(SharedFile file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file.content()));
  }

  @Test
  @DisplayName("are made by /imagine for all to see, and changed in words afterwards")
  void imagined() throws Exception {
    DiscordChannel channel = town.guild.channel("pictures");

    ShownMessage made = answered(town.ann.slash(channel, IMAGINE, Map.of(PROMPT, "a blue heart")));
    ShownMessage changed = answered(town.ann.says(channel, mention("now make it red")));

    assertThat(made.ephemeral()).isFalse();
    assertThat(made.text()).contains("> a blue heart", "Made by gemini-demo-image.", "demo model");
    assertThat(made.files())
        .singleElement()
        .extracting(SharedFile::description)
        .isEqualTo("Picture for: a blue heart");
    assertThat(changed.files())
        .singleElement()
        .extracting(SharedFile::description)
        .isEqualTo("now make it red");
    assertThat(read(made.files().getFirst()).getRGB(200, 200))
        .isNotEqualTo(read(changed.files().getFirst()).getRGB(200, 200));
  }

  @Test
  @DisplayName("are made of a file that comes with /imagine, for the eyes of who asked only")
  void edited() throws Exception {
    DiscordChannel channel = town.guild.channel("secret-pictures");
    Interaction asked =
        town.ann.slash(
            channel, IMAGINE, Map.of(PROMPT, "make the sky red", "file", photo(), "private", true));

    ShownMessage answer = answered(asked);

    assertThat(answer.ephemeral()).isTrue();
    assertThat(read(answer.files().getFirst()).getWidth()).isEqualTo(64);
    assertThat(channel.botMessages()).isEmpty();
  }
}
