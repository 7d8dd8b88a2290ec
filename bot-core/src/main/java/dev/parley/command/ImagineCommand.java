package dev.parley.command;

import dev.parley.message.Reply;
import dev.parley.message.Wish;
import java.util.List;
import java.util.Optional;

/// Asks for a picture. What comes of it is a turn, so that it survives a crash and can be spoken of
/// afterwards; adapters hand it in as a message.
public final class ImagineCommand implements Command {
  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("imagine"),
        "Makes a picture, or changes one",
        List.of(CommandOption.text("prompt", "what the picture shows, or what to change", true)),
        CommandSpec.Visibility.EVERYONE,
        CommandSpec.Access.EVERYONE,
        Optional.of(Wish.PICTURE));
  }

  /// For what no adapter takes for a message, such as a button.
  @Override
  public Reply run(CommandInvocation invocation) {
    return Reply.notice("Type `/imagine` yourself, with what the picture shows.");
  }
}
