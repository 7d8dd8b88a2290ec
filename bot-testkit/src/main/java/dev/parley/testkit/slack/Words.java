package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/// Turns what a message carries into the words that people read.
final class Words {
  private static final List<TablesExtension> EXTENSIONS =
      List.of((TablesExtension) TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final TextContentRenderer RENDERER =
      TextContentRenderer.builder()
          .extensions(EXTENSIONS)
          .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
          .build();

  private static final Pattern LABELLED = Pattern.compile("<[^<>|]+\\|([^<>]*)>");
  private static final Pattern BARE = Pattern.compile("<([^<>\\s][^<>]*)>");
  private static final Pattern CODE_FENCE = Pattern.compile("```\\n?((?s).*?)\\n?```");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\w*_~`])([*_~`])(?=\\S)([^\\n]*?\\S)\\1(?![\\w*_~`])");
  private static final Set<String> SILENT =
      Set.of("actions", "context_actions", "divider", "image", "file", "video");

  private Words() {}

  /// @param markdown what was posted or streamed as Markdown, empty if nothing
  static String of(JsonNode message, String markdown) {
    List<String> parts = new ArrayList<>();
    if (!markdown.isEmpty()) {
      parts.add(ofMarkdown(markdown));
    }
    for (JsonNode block : message.path("blocks")) {
      if (!SILENT.contains(block.path("type").asText())) {
        parts.add(ofBlock(block));
      }
    }
    if (parts.stream().allMatch(String::isBlank)) {
      return ofMrkdwn(message.path("text").asText(""));
    }
    return String.join("\n", parts).strip();
  }

  private static String ofBlock(JsonNode block) {
    if (block.path("type").asText().equals("markdown")) {
      return ofMarkdown(block.path("text").asText());
    }
    List<String> parts = new ArrayList<>();
    collect(block, parts);
    return String.join("", parts);
  }

  private static void collect(JsonNode node, List<String> parts) {
    if (node.path("text").isTextual()) {
      String text = node.path("text").asText();
      parts.add(node.path("type").asText().equals("mrkdwn") ? ofMrkdwn(text) : text);
    } else if (node.path("type").asText().equals("link")) {
      parts.add(node.path("url").asText());
    } else if (node.path("type").asText().equals("user")) {
      parts.add("@" + node.path("user_id").asText());
    } else if (node.path("type").asText().equals("broadcast")) {
      parts.add("@" + node.path("range").asText());
    }
    for (JsonNode child : node) {
      if (child.isContainerNode() && !child.path("type").asText().equals("button")) {
        collect(child, parts);
      }
    }
  }

  static String ofMarkdown(String markdown) {
    return unescaped(RENDERER.render(PARSER.parse(markdown)));
  }

  static String ofMrkdwn(String text) {
    String plain = LABELLED.matcher(text).replaceAll("$1");
    plain = BARE.matcher(plain).replaceAll("$1");
    plain = CODE_FENCE.matcher(plain).replaceAll("$1");
    String before;
    do {
      before = plain;
      plain = EMPHASIS.matcher(plain).replaceAll("$2");
    } while (!plain.equals(before));
    return unescaped(plain);
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
