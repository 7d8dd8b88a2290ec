package dev.parley.launcher;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.Parts;
import dev.parley.demo.protocol.Step;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;

/// A Gemini that has the time told and a picture made side by side. The time is there at once; the
/// picture takes until it is let go.
public final class TwoTools implements AutoCloseable {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final CountDownLatch gate = new CountDownLatch(1);
  private final GeminiProtocolServer server = GeminiProtocolServer.start(this::answer);

  /// What a bot needs to see of it.
  public Map<String, String> environment() {
    return Map.of("GEMINI_API_KEY", "a-key", "GEMINI_BASE_URL", server.uri().toString());
  }

  /// The picture is there.
  public void letGo() {
    gate.countDown();
  }

  private List<Step> answer(GeminiRequest request) {
    if (request.wantsPictures()) {
      return List.of(
          new Step.Await(gate),
          new Step.Chunk(List.of(Parts.picture("image/png", picture()))),
          Step.finish("STOP"));
    }
    boolean told =
        request.contents().stream()
            .anyMatch(content -> !GeminiRequest.held(content, "functionResponse").isEmpty());
    return told
        ? List.of(Step.text("There you are."), Step.finish("STOP"))
        : List.of(
            new Step.Chunk(
                List.of(
                    Parts.signed(
                        Parts.functionCall("1", "current_time", JSON.objectNode()), "a signature"),
                    Parts.functionCall(
                        "2", "make_picture", JSON.objectNode().put("prompt", "a fox")))),
            Step.finish("STOP"));
  }

  private static byte[] picture() {
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", png);
      return png.toByteArray();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    letGo();
    server.close();
  }
}
