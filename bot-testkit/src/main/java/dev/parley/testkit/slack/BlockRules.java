package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What Slack's Block Kit allows (docs.slack.dev, "Blocks"), and the sums that only trying shows.
final class BlockRules {
  private static final int MOST_IN_MESSAGE = 50;
  private static final int MOST_IN_VIEW = 100;
  private static final int LONGEST_MESSAGE = 13_200;
  private static final Set<String> KNOWN =
      Set.of(
          "actions",
          "alert",
          "call",
          "card",
          "carousel",
          "context",
          "context_actions",
          "divider",
          "file",
          "header",
          "image",
          "input",
          "markdown",
          "plan",
          "rich_text",
          "section",
          "table",
          "task_card",
          "video");
  private static final Map<String, Integer> MOST_ELEMENTS =
      Map.of("actions", 25, "context", 10, "context_actions", 5);
  private static final int LONGEST_BUTTON = 75;
  private static final int LONGEST_VALUE = 2_000;
  private static final int LONGEST_ID = 255;

  private BlockRules() {}

  /// Throws [SlackRefusedException] where a message may not have these blocks.
  static void checkMessage(JsonNode blocks) {
    check(blocks, MOST_IN_MESSAGE);
    if (length(blocks) > LONGEST_MESSAGE) {
      throw new SlackRefusedException("msg_blocks_too_long");
    }
  }

  /// Throws [SlackRefusedException] where a view may not have these blocks.
  static void checkView(JsonNode blocks) {
    check(blocks, MOST_IN_VIEW);
  }

  private static void check(JsonNode blocks, int most) {
    require(
        blocks.size() <= most, "no more than " + most + " items allowed [json-pointer:/blocks]");
    Set<String> ids = new HashSet<>();
    int markdown = 0;
    for (JsonNode block : blocks) {
      String id = block.path("block_id").asText("");
      require(id.isEmpty() || ids.add(id), "block_id already exists: " + id);
      require(id.length() <= LONGEST_ID, "block_id too long");
      checkBlock(block);
      markdown += markdownLength(block);
    }
    require(markdown <= PostContent.LONGEST_MARKDOWN, "must be less than 12001 characters");
  }

  private static int markdownLength(JsonNode block) {
    return block.path("type").asText().equals("markdown")
        ? block.path("text").asText().length()
        : 0;
  }

  private static void checkBlock(JsonNode block) {
    String type = block.path("type").asText("");
    require(KNOWN.contains(type), "unsupported type: " + type);
    switch (type) {
      case "section" -> checkSection(block);
      case "header" -> {
        require(
            block.at("/text/type").asText().equals("plain_text"), "a header must be plain_text");
        checkText(block.path("text"), 150);
      }
      case "markdown" -> require(!block.path("text").asText("").isEmpty(), "missing text");
      default -> checkElements(block, MOST_ELEMENTS.getOrDefault(type, Integer.MAX_VALUE));
    }
  }

  private static void checkSection(JsonNode block) {
    JsonNode fields = block.path("fields");
    require(block.has("text") || !fields.isEmpty(), "missing required field: text");
    require(fields.size() <= 10, "no more than 10 items allowed [json-pointer:/fields]");
    if (block.has("text")) {
      checkText(block.path("text"), 3_000);
    }
    fields.forEach(field -> checkText(field, 2_000));
    if (block.has("accessory")) {
      checkElement(block.path("accessory"));
    }
  }

  private static void checkText(JsonNode text, int longest) {
    String type = text.path("type").asText("");
    require(type.equals("mrkdwn") || type.equals("plain_text"), "unsupported type: " + type);
    String words = text.path("text").asText("");
    require(!words.isEmpty(), "must be more than 0 characters");
    require(words.length() <= longest, "must be less than " + (longest + 1) + " characters");
  }

  private static void checkElements(JsonNode block, int most) {
    JsonNode elements = block.path("elements");
    require(elements.size() <= most, "no more than " + most + " items allowed");
    require(most == Integer.MAX_VALUE || !elements.isEmpty(), "no elements");
    Set<String> ids = new HashSet<>();
    for (JsonNode element : elements) {
      checkElement(element);
      String id = element.path("action_id").asText("");
      require(id.isEmpty() || ids.add(id), "action_id already exists: " + id);
    }
  }

  private static void checkElement(JsonNode element) {
    require(element.path("action_id").asText("").length() <= LONGEST_ID, "action_id too long");
    require(element.path("value").asText("").length() <= LONGEST_VALUE, "value too long");
    if (element.path("type").asText().equals("button")) {
      checkText(element.path("text"), LONGEST_BUTTON);
    }
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new SlackRefusedException("invalid_blocks", "[ERROR] " + otherwise);
    }
  }

  /// The sum of all visible text.
  private static int length(JsonNode node) {
    int sum = node.path("text").isTextual() ? node.path("text").asText().length() : 0;
    for (JsonNode child : node) {
      sum += child.isContainerNode() ? length(child) : 0;
    }
    return sum;
  }
}
