package dev.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentContent;
import dev.parley.platform.PlatformAdapter;
import dev.parley.testkit.platform.PlatformAdapterContract;
import dev.parley.testkit.platform.PlatformStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final List<JsonNode> whispers = new ArrayList<>();

    @Override
    public PlatformAdapter adapter() {
      return harness.adapter;
    }

    @Override
    public PlatformAdapter anotherInstance() {
      return new WebAdapter(
          WebHarness.SETTINGS, harness.log, harness.uploads, harness.chat, WebHarness.CLOCK);
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
    public List<String> buttons() {
      return actions().stream().map(action -> action.path("label").asText()).toList();
    }

    /// A page says what its person would have typed.
    @Override
    public void press(String label) {
      JsonNode pressed =
          actions().stream()
              .filter(action -> action.path("label").asText().equals(label))
              .reduce((_, later) -> later)
              .orElseThrow();
      WebHarness.Answer answer = harness.say("general", pressed.path("line").asText());
      if (answer.json().has("reply")) {
        whispers.add(answer.json().path("reply"));
      }
    }

    private List<JsonNode> actions() {
      List<JsonNode> actions = new ArrayList<>();
      room().path("posts").forEach(post -> post.path("actions").forEach(actions::add));
      whispers.forEach(whisper -> whisper.path("actions").forEach(actions::add));
      return actions;
    }

    @Override
    public List<ShownReply> whispered() {
      return whispers.stream().map(whisper -> new ShownReply(words(whisper), true)).toList();
    }

    @Override
    public List<ShownReply> told() {
      return List.of();
    }

    @Override
    public Set<String> join(String group) {
      return Set.of();
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
