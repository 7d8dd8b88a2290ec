package dev.parley.command;

import dev.parley.identity.Author;
import dev.parley.identity.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A command as somebody gave it.
///
/// @param mayManage whether the platform lets this person change settings for others here
public record CommandInvocation(
    List<String> words,
    Map<String, String> options,
    Place place,
    Author author,
    boolean mayManage) {
  public CommandInvocation {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }
}
