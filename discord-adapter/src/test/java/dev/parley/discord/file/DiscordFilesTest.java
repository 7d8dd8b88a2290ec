package dev.parley.discord.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.AttachmentUnavailableException.Why;
import dev.parley.discord.event.Places;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Files of Discord's messages")
final class DiscordFilesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://cdn.discordapp.com/attachments/1/2/a.png",
        "https://cdn.discordapp.com.example.org/a.png",
        "https://example.org/cdn.discordapp.com",
        "https://cdn.discordapp.com@example.org/a.png",
        "https://cdn.discordapp.com:443@example.org/a.png",
        "https://user@cdn.discordapp.com/a.png",
        "https://cdn.discordapp.com:8443/a.png",
        "https://example.org\\\\@cdn.discordapp.com/a.png",
        "https://example.org#@cdn.discordapp.com/a.png",
        "file:///etc/hosts",
        "no address",
        ""
      })
  @DisplayName("with addresses that are not Discord's are not asked for")
  void elsewhere(String url) {
    DiscordFiles files =
        new DiscordFiles(
            call -> {
              throw new AssertionError("asked for " + call.route());
            },
            Optional.empty());
    AttachmentRef file =
        new AttachmentRef(
            "1", "a.png", "image/png", 3, "{\"c\":\"1\",\"m\":\"2\",\"u\":\"" + url + "\"}");

    assertThatThrownBy(() -> files.open(Places.guild("1"), file))
        .isInstanceOfSatisfying(
            AttachmentUnavailableException.class,
            refused -> assertThat(refused.why()).isEqualTo(Why.ELSEWHERE));
  }
}
