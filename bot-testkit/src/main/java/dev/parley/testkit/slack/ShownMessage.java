package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// A message as people see it now.
///
/// @param threadTs the root of its thread, empty where it is in none
/// @param author the id of who wrote it
/// @param text the visible words
/// @param finished false while a stream is not stopped
/// @param streamed whether it was begun as a stream
/// @param edits how often it was changed after it was posted, appended text not counted
/// @param pings who would be called by any version of it: `here`, `channel`, `everyone`, or ids
/// @param unfurls links that would show a preview
/// @param files names of the files that hang from it
/// @param reactions names of the reactions of the bot
/// @param tasks what it shows of tools
/// @param plan the title above those
/// @param metadata the message's metadata, missing where there is none
/// @param wire the message as the Web API tells it
public record ShownMessage(
    String channel,
    String ts,
    String threadTs,
    String author,
    String text,
    boolean finished,
    boolean streamed,
    int edits,
    List<String> pings,
    List<String> unfurls,
    List<String> files,
    List<String> reactions,
    List<ShownTask> tasks,
    String plan,
    JsonNode metadata,
    JsonNode wire) {}
