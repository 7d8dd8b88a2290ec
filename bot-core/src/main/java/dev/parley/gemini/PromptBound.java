package dev.parley.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.model.Media;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.model.RemoteMedia;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// How many tokens a prompt has at most. No token is shorter than a byte of UTF-8, so texts have at
/// most as many as they have bytes; files are reckoned by the tables of Gemini's documentation
/// ("Media resolution", "Understand and count tokens"), each at its dearest.
final class PromptBound {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What surrounds each message and each tool call.
  private static final int FRAME = 32;

  private static final int PICTURE = 2_240;

  /// Models up to 2.5 cut pictures into tiles of 258 tokens; so many of them at most in a picture
  /// that is let in.
  private static final int TILED_PICTURE = 258 * 64;

  private static final int PAGE = 1_120;
  private static final int MOST_PAGES = 1_000;
  private static final int LEAST_BYTES_PER_PAGE = 300;
  private static final int SECOND_OF_SOUND = 32;
  private static final int LEAST_BYTES_PER_SECOND = 500;

  /// A frame each second at its dearest, with the sound.
  private static final int SECOND_OF_VIDEO = 280 + SECOND_OF_SOUND;

  private PromptBound() {}

  static long of(ModelRequest request) {
    long messages =
        request.messages().stream().mapToLong(message -> of(message, request.model())).sum();
    return FRAME + bytes(request.system()) + ofTools(request) + messages;
  }

  static long ofTools(ModelRequest request) {
    return request.tools().stream()
        .mapToLong(
            tool ->
                FRAME
                    + bytes(tool.name())
                    + bytes(tool.description())
                    + bytes(json(tool.parameters())))
        .sum();
  }

  private static long of(ModelMessage message, String model) {
    return FRAME
        + switch (message) {
          case ModelMessage.FromUser user ->
              bytes(user.text())
                  + user.media().stream().mapToLong(m -> of(m, model)).sum()
                  + user.remote().stream().mapToLong(PromptBound::of).sum();
          case ModelMessage.FromModel said ->
              bytes(said.content().json())
                  + said.media().stream().mapToLong(m -> of(m, model)).sum();
          case ModelMessage.SaidByModel said -> bytes(said.text());
          case ModelMessage.FromTools tools ->
              tools.answers().stream().mapToLong(answer -> FRAME + bytes(json(answer))).sum();
        };
  }

  private static long of(Media media, String model) {
    if (media.mediaType().startsWith("image/")) {
      return model.startsWith("gemini-2") || model.startsWith("gemini-1") ? TILED_PICTURE : PICTURE;
    }
    return of(media.mediaType(), media.extent(), media.content().size());
  }

  private static long of(RemoteMedia media) {
    return of(media.mediaType(), media.extent(), media.size());
  }

  private static long of(String mediaType, int extent, long size) {
    if (mediaType.startsWith("audio/")) {
      return SECOND_OF_SOUND * seconds(extent, size);
    }
    if (mediaType.startsWith("video/")) {
      return SECOND_OF_VIDEO * seconds(extent, size);
    }
    if (mediaType.startsWith("text/")) {
      return size;
    }
    return PAGE * (extent > 0 ? extent : Math.min(MOST_PAGES, 1 + size / LEAST_BYTES_PER_PAGE));
  }

  private static long seconds(int extent, long size) {
    return extent > 0 ? extent + 1L : 1 + size / LEAST_BYTES_PER_SECOND;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
