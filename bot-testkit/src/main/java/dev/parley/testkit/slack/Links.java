package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the links of a message that Slack would fetch a preview of.
final class Links {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>|)\"]+");
  private static final Pattern MEDIA =
      Pattern.compile(
          "(?i).*\\.(?:png|jpe?g|gif|webp|mp4|mp3)(?:\\?.*)?|https?://(?:www\\.)?youtu\\.?be.*");

  private Links() {}

  static List<String> unfurling(PostContent content, boolean pages, boolean media) {
    Set<String> found = new LinkedHashSet<>();
    in(content.text(), found);
    in(content.markdown(), found);
    inBlocks(content.blocks(), found);
    return found.stream().filter(link -> MEDIA.matcher(link).matches() ? media : pages).toList();
  }

  private static void in(String text, Set<String> found) {
    LINK.matcher(text).results().forEach(link -> found.add(link.group()));
  }

  private static void inBlocks(JsonNode node, Set<String> found) {
    String type = node.path("type").asText("");
    if (type.equals("mrkdwn") || type.equals("markdown")) {
      in(node.path("text").asText(""), found);
    } else if (type.equals("link")) {
      found.add(node.path("url").asText());
    }
    node.forEach(child -> inBlocks(child, found));
  }
}
