package dev.parley.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// A file of a page, with a tag by which browsers see whether it changed.
public final class PageAsset {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final byte[] bytes;
  private final String type;
  private final String tag;

  private PageAsset(byte[] bytes, String type) {
    this.bytes = bytes;
    this.type = type;
    this.tag = "\"" + HexFormat.of().formatHex(digest(bytes), 0, 8) + "\"";
  }

  /// Reads a file of this package's folders, such as `page/chat.css`.
  public static PageAsset load(String name) {
    try (InputStream in = PageAsset.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the page lacks its file " + name);
      }
      String ending = name.substring(name.lastIndexOf('.') + 1);
      return new PageAsset(in.readAllBytes(), TYPES.getOrDefault(ending, "text/plain"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public void answer(Context request) {
    request.header("ETag", tag);
    request.header("Cache-Control", "no-cache");
    if (tag.equals(request.header("If-None-Match"))) {
      request.status(304);
    } else {
      request.contentType(type).result(bytes);
    }
  }
}
