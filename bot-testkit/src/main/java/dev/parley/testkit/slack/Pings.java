package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds who a message calls: by every syntax that Slack knows, in everything that it carries.
final class Pings {
  private static final Pattern MENTION =
      Pattern.compile(
          "<(?:!(here|channel|everyone)|!subteam\\^(S\\w+)|@([UWB]\\w+))(?:\\|[^>]*)?>");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])@([A-Za-z][\\w.-]*)");
  private static final Set<String> CALLING = Set.of("mrkdwn", "markdown");

  private Pings() {}

  static Set<String> of(PostContent content) {
    Set<String> found = new LinkedHashSet<>();
    found.addAll(inText(content.text(), content.linkNames()));
    found.addAll(inText(content.markdown(), content.linkNames()));
    inBlocks(content.blocks(), content.linkNames(), found);
    return found;
  }

  static Set<String> inText(String text, boolean linkNames) {
    Set<String> found = new LinkedHashSet<>();
    Matcher mention = MENTION.matcher(text);
    while (mention.find()) {
      for (int group = 1; group <= mention.groupCount(); group++) {
        if (mention.group(group) != null) {
          found.add(mention.group(group));
        }
      }
    }
    if (linkNames) {
      NAME.matcher(text).results().forEach(name -> found.add(name.group(1)));
    }
    return found;
  }

  private static void inBlocks(JsonNode node, boolean linkNames, Set<String> found) {
    switch (node.path("type").asText("")) {
      case "broadcast" -> found.add(node.path("range").asText());
      case "user" -> found.add(node.path("user_id").asText());
      case "usergroup" -> found.add(node.path("usergroup_id").asText());
      case String type when CALLING.contains(type) ->
          found.addAll(inText(node.path("text").asText(""), linkNames));
      default -> {
        // only its children can call anybody
      }
    }
    node.forEach(child -> inBlocks(child, linkNames, found));
  }
}
