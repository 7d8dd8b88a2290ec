package dev.parley.consultation;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.tool.Argument;
import dev.parley.tool.RecordTool;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolUser;
import java.util.List;
import java.util.Optional;

/// Searches the documents of the tenant in which somebody asks, of those alone that all may see who
/// will see the answer.
public final class SearchKnowledgeTool extends RecordTool<SearchKnowledgeTool.Wanted> {
  public static final String NAME = "search_knowledge";

  private static final int LONGEST_QUERY = 1_000;

  private final Consultant consultant;

  public SearchKnowledgeTool(Consultant consultant) {
    super(
        NAME,
        "Searches the documents that people gave you, and returns the passages that fit best. Use it"
            + " where the passages that you were given with a question do not hold the answer and"
            + " other words may find it.",
        Wanted.class);
    this.consultant = consultant;
  }

  /// What to search for.
  public record Wanted(
      @Argument("What to look for: a question, or the words that its answer would have.")
          String query,
      @Argument("Titles or ids of the documents to search in; without it: all.")
          Optional<List<String>> documents) {
    public Wanted {
      if (query.isBlank()) {
        throw new IllegalArgumentException("query must have a word to look for");
      }
    }
  }

  @Override
  public ToolEffect effect() {
    return ToolEffect.READS;
  }

  @Override
  public boolean quotesDocuments() {
    return true;
  }

  @Override
  public boolean suits(ToolUser user) {
    return consultant.hasDocuments(user.place().tenant());
  }

  @Override
  public String doing() {
    return "Searching the documents…";
  }

  @Override
  protected ToolResult run(Wanted wanted, ToolContext context) {
    String query = Texts.beginning(wanted.query().strip(), LONGEST_QUERY);
    try {
      return consultant
          .look(asker(context), query, wanted.documents().orElse(List.of()), context.booking())
          .<ToolResult>map(found -> ToolResult.Success.passing(PassageJson.of(found)))
          .orElseGet(() -> new ToolResult.Failure("there are no documents of these names"));
    } catch (StoreUnavailableException away) {
      return new ToolResult.Failure("the documents cannot be searched now");
    }
  }

  /// Who belongs to no turn keeps the conversation itself, and shows it to nobody knows whom.
  private static Asker asker(ToolContext context) {
    ToolUser user = context.user();
    Asker.Sight sight = user.alone() ? Asker.Sight.ASKER : Asker.Sight.PLACE;
    return new Asker(
        user.place(),
        user.asker().id(),
        user.groups(),
        context.booking().turn().isPresent() ? sight : Asker.Sight.ANYBODY);
  }
}
