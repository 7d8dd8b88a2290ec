package dev.parley.launcher.discord;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One town with one bot for all scenarios that leave both as they were.
final class SharedTown implements ParameterResolver {
  private static final Namespace HERE = Namespace.create(SharedTown.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == DiscordTown.class;
  }

  @Override
  public DiscordTown resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(DiscordTown.class, _ -> inhabited(), DiscordTown.class);
  }

  private static DiscordTown inhabited() {
    DiscordTown town = DiscordTown.open();
    town.bot("");
    return town;
  }
}
