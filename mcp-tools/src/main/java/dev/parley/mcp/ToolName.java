package dev.parley.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a server's tool is called here. The same tool is always called the same, whatever else its
/// server offers: conversations name tools of before.
final class ToolName {
  /// Gemini's documentation of function declarations.
  private static final int LONGEST = 64;

  private static final int LONGEST_STEM = 40;
  private static final int HASH_BYTES = 4;

  private ToolName() {}

  /// @param tool in the server's own words
  static String of(String server, String tool) {
    String plain = plain(tool);
    String name = server + "__" + plain;
    if (plain.equals(tool) && name.length() <= LONGEST) {
      return name;
    }
    String end = "_" + hash(tool);
    return name.substring(0, Math.min(name.length(), LONGEST - end.length())) + end;
  }

  private static String plain(String tool) {
    return tool.replaceAll("[^a-zA-Z0-9_.-]", "_");
  }

  /// What names of files begin with that the tool makes.
  static String stem(String tool) {
    String plain = plain(tool).replace('.', '-');
    return plain.substring(0, Math.min(plain.length(), LONGEST_STEM));
  }

  private static String hash(String tool) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(tool.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
