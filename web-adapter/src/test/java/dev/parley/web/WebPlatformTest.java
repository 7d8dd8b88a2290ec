package dev.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentContent;
import dev.parley.platform.PlatformAdapter;
import dev.parley.testkit.platform.PlatformAdapterContract;
import dev.parley.testkit.platform.PlatformStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The web as a platform")
final class WebPlatformTest extends PlatformAdapterContract {
  @Override
  protected PlatformStage stage() {
    return new WebStage();
  }

  private static final class WebStage implements PlatformStage {
    private static final Pattern DANGER =
        Pattern.compile(
            "(?i)<(script|img|iframe|style)|<[^>]+\\son\\w+=|href=\"(?!https?:|mailto:)");

    private final WebHarness harness = new WebHarness();

    @Override
    public PlatformAdapter adapter() {
      return harness.adapter;
    }

    @Override
    public PlatformAdapter anotherInstance() {
      return new WebAdapter(WebHarness.SETTINGS, harness.log, harness.chat, WebHarness.CLOCK);
    }

    @Override
    public String compose(String text) {
      return Json.text(WebHarness.message(UUID.randomUUID().toString(), text));
    }

    @Override
    public boolean deliver(String event) {
      return harness.post("/api/rooms/general/messages", event).status() == 202;
    }

    @Override
    public void pressStop() {
      JsonNode draft = room().path("drafts").path(0);
      harness.post(
          "/api/rooms/general/stop",
          Map.of(
              "turn", draft.path("turn").asText(),
              "conversation", draft.path("conversation").asText(),
              "user", draft.path("asker").asText()));
    }

    @Override
    public List<ShownReply> shown() {
      List<ShownReply> shown = new ArrayList<>();
      for (JsonNode post : room().path("posts")) {
        if (post.path("bot").asBoolean()) {
          shown.add(new ShownReply(words(post), true));
        }
      }
      room().path("drafts").forEach(draft -> shown.add(new ShownReply(words(draft), false)));
      return shown;
    }

    private static String words(JsonNode post) {
      return post.path("html").asText().replaceAll("<[^>]*>", "").strip();
    }

    @Override
    public List<String> shownFiles() {
      return room().path("posts").findValues("url").stream()
          .map(url -> harness.bytes(url.asText()))
          .filter(response -> response.statusCode() == 200)
          .map(response -> AttachmentContent.of(response.body()).sha256())
          .toList();
    }

    @Override
    public List<String> dangers() {
      return room().path("posts").findValuesAsText("html").stream()
          .filter(html -> DANGER.matcher(html).find())
          .toList();
    }

    private JsonNode room() {
      return harness.get("/api/rooms/general").json();
    }

    @Override
    public void close() {
      harness.close();
    }
  }
}
