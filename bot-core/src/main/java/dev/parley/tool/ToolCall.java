package dev.parley.tool;

import com.fasterxml.jackson.databind.JsonNode;

/// One request of the model to run a tool; its id is unique within its turn.
public record ToolCall(String id, String name, JsonNode arguments) {}
