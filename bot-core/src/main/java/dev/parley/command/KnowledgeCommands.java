package dev.parley.command;

import java.util.List;

/// The commands that manage a tenant's knowledge base.
public final class KnowledgeCommands {
  private KnowledgeCommands() {}

  public static List<Command> of(KnowledgeContext knowledge) {
    return List.of(
        new KnowledgeAddCommand(knowledge),
        new KnowledgeListCommand(knowledge),
        new KnowledgeShowCommand(knowledge),
        new KnowledgeSearchCommand(knowledge),
        new KnowledgeAudienceCommand(knowledge),
        new KnowledgeRemoveCommand(knowledge));
  }
}
