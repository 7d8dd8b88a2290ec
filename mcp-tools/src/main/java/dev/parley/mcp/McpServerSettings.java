package dev.parley.mcp;

import dev.parley.mcp.wire.ServerPlace;
import dev.parley.secret.Secret;
import dev.parley.tool.ToolEffect;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// An MCP server, and how far it is trusted.
///
/// @param name which its tools' names begin with
/// @param allowed tools that are used, unless they are blocked
/// @param effects what its tools do; the first that fits counts
/// @param trustsHints whether what the server says about its tools' effects is believed where no
///     rule fits
/// @param secrets what must not be seen where the server shows it
/// @param timeLimit for a call
/// @param startLimit until it has answered the greeting
public record McpServerSettings(
    String name,
    ServerPlace place,
    List<NamePattern> allowed,
    List<NamePattern> blocked,
    List<EffectRule> effects,
    boolean trustsHints,
    List<Secret> secrets,
    Duration timeLimit,
    Duration startLimit) {
  /// Two underscores stand between it and a tool's own name, so it has none.
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,23}");

  public McpServerSettings {
    allowed = List.copyOf(allowed);
    blocked = List.copyOf(blocked);
    effects = List.copyOf(effects);
    secrets = List.copyOf(secrets);
    if (!isName(name)) {
      throw new IllegalArgumentException("not a server's name: " + name);
    }
  }

  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  boolean uses(String tool) {
    return NamePattern.anyMatches(allowed, tool) && !NamePattern.anyMatches(blocked, tool);
  }

  /// A server says of itself what it likes, so without a word of the admin its tools change things.
  ToolEffect effect(String tool, boolean saysItReads, boolean saysItIsRepeatable) {
    return effects.stream()
        .filter(rule -> rule.names().matches(tool))
        .map(EffectRule::effect)
        .findFirst()
        .orElseGet(() -> trustsHints ? said(saysItReads, saysItIsRepeatable) : ToolEffect.CHANGES);
  }

  private static ToolEffect said(boolean reads, boolean repeatable) {
    if (reads) {
      return ToolEffect.READS;
    }
    return repeatable ? ToolEffect.SETS : ToolEffect.CHANGES;
  }
}
