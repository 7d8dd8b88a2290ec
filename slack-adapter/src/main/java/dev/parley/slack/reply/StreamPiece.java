package dev.parley.slack.reply;

import com.fasterxml.jackson.databind.node.ArrayNode;

/// What goes into a stream with one call: text, or chunks; Slack refuses both at once.
///
/// @param argument of the call
record StreamPiece(String argument, String value) {
  static StreamPiece text(String markdown) {
    return new StreamPiece("markdown_text", markdown);
  }

  static StreamPiece chunks(ArrayNode chunks) {
    return new StreamPiece("chunks", chunks.toString());
  }
}
