package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// A message that only one person sees, until they reload.
///
/// @param threadTs the thread it shows in, empty where it is in none
/// @param text the visible words
/// @param pings who it would call if it could
/// @param wire the message with its blocks
public record EphemeralMessage(
    String channel,
    String threadTs,
    String user,
    String ts,
    String text,
    List<String> pings,
    JsonNode wire) {
  public EphemeralMessage {
    pings = List.copyOf(pings);
  }
}
