package dev.parley.recall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationStore;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.Place;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSpec;
import dev.parley.tool.ToolUser;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/// Searches what is remembered of the conversation in which somebody asks, also what the model is
/// not given any more, and no other conversation.
public final class SearchConversationTool implements Tool {
  public static final String NAME = "search_conversation";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String QUERY = "query";
  private static final String MOST = "most";
  private static final int USUALLY_FOUND = 8;
  private static final int MOST_FOUND = 20;
  private static final int LONGEST_QUERY = 500;

  private final ConversationStore conversations;
  private final Predicate<Place> remembered;

  /// @param remembered where conversations are remembered at all
  public SearchConversationTool(ConversationStore conversations, Predicate<Place> remembered) {
    this.conversations = conversations;
    this.remembered = remembered;
  }

  @Override
  public ToolSpec spec() {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties
        .putObject(QUERY)
        .put("type", "string")
        .put("description", "Words to look for; parts of words are found too.");
    properties
        .putObject(MOST)
        .put("type", "integer")
        .put("minimum", 1)
        .put("maximum", MOST_FOUND)
        .put("description", "How many to find at most; without it: " + USUALLY_FOUND + ".");
    schema.putArray("required").add(QUERY);
    return new ToolSpec(
        NAME,
        "Searches what you and people said in this conversation so far, with its beginning, which you"
            + " may not see any more. Use it where somebody means something that was said earlier.",
        schema);
  }

  @Override
  public ToolEffect effect() {
    return ToolEffect.READS;
  }

  @Override
  public boolean needsConversation() {
    return true;
  }

  @Override
  public boolean suits(ToolUser user) {
    return remembered.test(user.place());
  }

  @Override
  public String doing() {
    return "Searching this conversation…";
  }

  @Override
  public ToolResult run(JsonNode arguments, ToolContext context) {
    String query = Quotation.beginning(arguments.path(QUERY).asText("").strip(), LONGEST_QUERY);
    if (Terms.of(query).isEmpty()) {
      return new ToolResult.Failure("query must have a word to look for");
    }
    int most = Math.clamp(arguments.path(MOST).asInt(USUALLY_FOUND), 1, MOST_FOUND);
    try {
      Conversation conversation = conversations.read(context.user().conversation());
      return ToolResult.Success.passing(found(conversation, query, most));
    } catch (StoreUnavailableException away) {
      return new ToolResult.Failure("what was said cannot be read now");
    }
  }

  private static JsonNode found(Conversation conversation, String query, int most) {
    List<Saying> best = new Ranking(Saying.in(conversation)).best(query, most);
    ObjectNode output =
        JSON.objectNode()
            .put("searched_turns", conversation.turns().size())
            .put("searched_summary", conversation.summary().isPresent())
            .put("note", Quotation.NOTE);
    ArrayNode found = output.putArray("found");
    for (Saying saying : best) {
      ObjectNode one = found.addObject();
      saying.at().ifPresent(at -> one.put("at", at.truncatedTo(ChronoUnit.SECONDS).toString()));
      one.put("author", saying.author()).put("text", Excerpt.of(saying.text(), query));
    }
    return output;
  }
}
