package dev.parley.tool;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Who may use which tool, which calls ask first, and who may approve them. Each of the three
/// questions is answered by the first rule that is about the tool and its user and says something
/// to that question; without one, tools are allowed, those that change something ask first, and
/// nobody approves but the asker and admins.
public record ToolPolicy(List<ToolRule> rules) {
  /// Without any rules.
  public static final ToolPolicy DEFAULT = new ToolPolicy(List.of());

  public ToolPolicy {
    rules = List.copyOf(rules);
  }

  /// What a rule says to a question, and the rule's number, counted from one.
  private record Said<T>(T word, int rule) {}

  /// How a tool stands with whoever it would run for.
  public ToolAccess access(String tool, ToolEffect effect, ToolUser user) {
    Optional<Said<Boolean>> allow = said(tool, user, ToolRule::allow);
    if (allow.isPresent() && !allow.get().word()) {
      return new ToolAccess(ToolAccess.Kind.REFUSED, by(allow.get()) + " does not allow it here");
    }
    Optional<Said<ToolRule.Approval>> approval = said(tool, user, ToolRule::approval);
    return switch (approval.map(Said::word).orElse(ToolRule.Approval.CHANGES)) {
      case ALWAYS -> asks(approval.map(said -> by(said) + " wants it").orElse(""));
      case CHANGES -> effect.changes() ? asks("it changes something") : allowed("it only looks");
      case NEVER -> allowed(approval.map(said -> by(said) + " lets it run").orElse(""));
    };
  }

  private static ToolAccess asks(String reason) {
    return new ToolAccess(ToolAccess.Kind.ASKS_FIRST, reason);
  }

  private static ToolAccess allowed(String reason) {
    return new ToolAccess(ToolAccess.Kind.ALLOWED, reason);
  }

  private static String by(Said<?> said) {
    return "rule %d of tools.rules".formatted(said.rule());
  }

  /// Ids of the people, roles and user groups that may approve a call besides its asker and admins.
  public Set<String> approvers(String tool, ToolUser user) {
    return said(tool, user, rule -> Optional.of(rule.approvers()).filter(some -> !some.isEmpty()))
        .map(Said::word)
        .orElse(Set.of());
  }

  private <T> Optional<Said<T>> said(
      String tool, ToolUser user, Function<ToolRule, Optional<T>> question) {
    for (int number = 0; number < rules.size(); number++) {
      ToolRule rule = rules.get(number);
      Optional<T> word = rule.isAbout(tool, user) ? question.apply(rule) : Optional.empty();
      if (word.isPresent()) {
        return Optional.of(new Said<>(word.get(), number + 1));
      }
    }
    return Optional.empty();
  }

  /// Whether it matters which roles or user groups people are in.
  public boolean namesGroups() {
    return rules.stream()
        .anyMatch(rule -> !rule.audience().groups().isEmpty() || !rule.approvers().isEmpty());
  }
}
