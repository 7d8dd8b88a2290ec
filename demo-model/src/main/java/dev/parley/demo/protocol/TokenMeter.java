package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Counts tokens as an estimate, and knows which beginnings of prompts it has seen lately.
final class TokenMeter {
  private static final int CHARACTERS_A_TOKEN = 4;

  /// Gemini's documentation of media resolution: an image of default resolution.
  private static final int TOKENS_AN_IMAGE = 1_120;

  /// Gemini's documentation of context caching: the least that is served from the cache.
  private static final int LEAST_CACHED = 1_024;

  private static final int REMEMBERED_BEGINNINGS = 20_000;

  private final Set<String> beginnings =
      Collections.synchronizedSet(Collections.newSetFromMap(new Recent()));

  /// The tokens of a prompt, and how many of them a request lately began with.
  record Prompt(int tokens, int cached) {}

  /// Counts a prompt, and remembers its beginnings.
  Prompt count(GeminiRequest request) {
    MessageDigest digest = sha256();
    int tokens = 0;
    int cached = 0;
    for (JsonNode piece : request.pieces()) {
      digest.update(piece.toString().getBytes(StandardCharsets.UTF_8));
      tokens += tokensOf(piece);
      boolean seen = !beginnings.add(request.model() + " " + fingerprint(digest));
      if (seen && tokens >= LEAST_CACHED) {
        cached = tokens;
      }
    }
    return new Prompt(tokens, cached);
  }

  static int tokensOf(String text) {
    return Math.ceilDiv(text.length(), CHARACTERS_A_TOKEN);
  }

  /// The tokens of a JSON tree: its texts, and a fixed number for each image in it.
  static int tokensOf(JsonNode node) {
    if (node.has("inlineData") || node.has("fileData")) {
      return TOKENS_AN_IMAGE;
    }
    if (node.isValueNode()) {
      return tokensOf(node.asText());
    }
    return node.valueStream().mapToInt(TokenMeter::tokensOf).sum();
  }

  private static String fingerprint(MessageDigest digest) {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 must be cloneable here", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static final class Recent extends LinkedHashMap<String, Boolean> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > REMEMBERED_BEGINNINGS;
    }
  }
}
