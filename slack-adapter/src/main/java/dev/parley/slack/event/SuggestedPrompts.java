package dev.parley.slack.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.workspace.Workspace;
import java.util.List;

/// What people can begin with, shown where they open their conversation with the bot.
public final class SuggestedPrompts implements AppOpened {
  private static final String METHOD = "assistant.threads.setSuggestedPrompts";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> prompts;

  public SuggestedPrompts(List<String> prompts) {
    this.prompts = List.copyOf(prompts);
  }

  @Override
  public void opened(Workspace workspace, String tenant, JsonNode event) {
    if (event.path("tab").asText().equals("messages") && !prompts.isEmpty()) {
      Thread.ofVirtual()
          .name("slack prompts")
          .start(() -> suggest(workspace, event.path("channel").asText()));
    }
  }

  private void suggest(Workspace workspace, String channel) {
    if (!workspace.refusals().allows(METHOD)) {
      return;
    }
    ArrayNode all = JSON.createArrayNode();
    prompts.forEach(prompt -> all.addObject().put("title", prompt).put("message", prompt));
    try {
      // without a thread: with one, the call does nothing under the agent view
      workspace
          .api()
          .call(
              ApiCall.passing(METHOD).with("channel_id", channel).with("prompts", all.toString()));
    } catch (SlackCallException refused) {
      workspace.refusals().learn(refused);
    }
  }
}
