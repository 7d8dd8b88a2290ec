package dev.parley.discord.text;

import java.util.Optional;

/// What Discord's ids are called where a message was written.
public interface Names {
  Optional<String> person(String id);

  Optional<String> role(String id);

  Optional<String> channel(String id);
}
