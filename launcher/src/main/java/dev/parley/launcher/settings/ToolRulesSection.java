package dev.parley.launcher.settings;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.tool.NamePattern;
import dev.parley.tool.ToolAudience;
import dev.parley.tool.ToolPolicy;
import dev.parley.tool.ToolRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Who may use which tool, and which calls ask first.
///
/// @param approvalExpiry how long a call waits for a person's word
public record ToolRulesSection(ToolPolicy policy, Duration approvalExpiry) {
  private static final String TOOLS = "tools";
  private static final String ALLOW = "allow";
  private static final String APPROVAL = "approval";
  private static final String APPROVERS = "approvers";
  private static final List<String> KEYS =
      List.of(
          TOOLS,
          "platforms",
          "tenants",
          "channels",
          "groups",
          "people",
          ALLOW,
          APPROVAL,
          APPROVERS);
  private static final Map<String, Boolean> YES_OR_NO =
      Map.of("yes", true, "no", false, "true", true, "false", false);
  private static final Map<String, ToolRule.Approval> APPROVALS =
      Map.of(
          "never", ToolRule.Approval.NEVER,
          "changes", ToolRule.Approval.CHANGES,
          "always", ToolRule.Approval.ALWAYS);
  private static final Pattern TENANT = Pattern.compile("([a-z][a-z0-9-]{0,31})/(\\S+)");
  private static final Pattern PLATFORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  static ToolRulesSection read(SettingsReader reader) {
    List<ToolRule> rules =
        reader.groups("rules", KEYS).stream().flatMap(rule -> rule(rule).stream()).toList();
    return new ToolRulesSection(
        new ToolPolicy(rules),
        reader.time("approval-expiry", Duration.ofSeconds(1), Duration.ofDays(7)));
  }

  /// What is wrong with a rule is noted.
  private static Optional<ToolRule> rule(SettingsReader reader) {
    Set<NamePattern> tools =
        each(
            reader,
            TOOLS,
            "names of tools, in which * stands for any characters",
            text -> Optional.of(text).filter(NamePattern::isOne).map(NamePattern::new));
    ToolAudience audience =
        new ToolAudience(
            each(
                reader, "platforms", "names such as slack, discord or web", text -> platform(text)),
            each(
                reader,
                "tenants",
                "workspaces or servers such as slack/T012",
                text -> tenant(text)),
            ids(reader, "channels"),
            ids(reader, "groups"),
            ids(reader, "people"));
    Optional<Boolean> allow = choice(reader, ALLOW, YES_OR_NO, "yes or no");
    Optional<ToolRule.Approval> approval =
        choice(reader, APPROVAL, APPROVALS, "never, changes or always");
    Set<String> approvers = ids(reader, APPROVERS);
    if (reader.list(TOOLS).isEmpty()) {
      reader.mistake(TOOLS, "is missing; write which tools the rule is about, or \"*\" for all");
    } else if (reader.list(ALLOW).isEmpty()
        && reader.list(APPROVAL).isEmpty()
        && approvers.isEmpty()) {
      reader.mistake(ALLOW, "is missing; a rule needs allow, approval or approvers");
    }
    return tools.isEmpty()
        ? Optional.empty()
        : Optional.of(new ToolRule(List.copyOf(tools), audience, allow, approval, approvers));
  }

  private static Optional<PlatformName> platform(String text) {
    return PLATFORM.matcher(text).matches()
        ? Optional.of(new PlatformName(text))
        : Optional.empty();
  }

  private static Optional<TenantId> tenant(String text) {
    Matcher parts = TENANT.matcher(text);
    return parts.matches()
        ? Optional.of(new TenantId(new PlatformName(parts.group(1)), parts.group(2)))
        : Optional.empty();
  }

  private static Set<String> ids(SettingsReader reader, String key) {
    return Set.copyOf(reader.list(key));
  }

  private static <T> Set<T> each(
      SettingsReader reader, String key, String right, Function<String, Optional<T>> parse) {
    List<T> parsed = new ArrayList<>();
    for (String text : reader.list(key)) {
      Optional<T> one = parse.apply(text);
      one.ifPresentOrElse(
          parsed::add, () -> reader.mistake(key, "has \"" + text + "\" but needs " + right));
    }
    return parsed.stream().collect(Collectors.toUnmodifiableSet());
  }

  private static <T> Optional<T> choice(
      SettingsReader reader, String key, Map<String, T> choices, String right) {
    Optional<String> text = reader.optionalText(key);
    Optional<T> chosen = text.flatMap(word -> Optional.ofNullable(choices.get(word)));
    if (text.isPresent() && chosen.isEmpty()) {
      reader.mistake(key, "is \"" + text.get() + "\" but needs " + right);
    }
    return chosen;
  }
}
