package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what calls carry: JSON, or several parts with files (discord.com/developers, "Uploading
/// Files").
final class RestBodies {
  private static final Pattern FILE = Pattern.compile("files?\\[(\\d{1,4})]");

  private RestBodies() {}

  static JsonNode content(Context request) {
    String text = request.isMultipart() ? request.formParam("payload_json") : request.body();
    try {
      return text == null || text.isEmpty() ? Json.object() : Json.parse(text);
    } catch (IllegalArgumentException e) {
      throw new DiscordRefusedException(400, 50109, "The request body contains invalid JSON.");
    }
  }

  static Map<String, SharedFile> files(Context request) {
    Map<String, SharedFile> files = new TreeMap<>(Comparator.comparingInt(Integer::parseInt));
    if (request.isMultipart()) {
      request
          .uploadedFileMap()
          .forEach((field, parts) -> parts.forEach(part -> add(files, field, part)));
    }
    return files;
  }

  private static void add(Map<String, SharedFile> files, String field, UploadedFile part) {
    Matcher number = FILE.matcher(field);
    if (number.matches()) {
      files.put(number.group(1), file(part));
    }
  }

  private static SharedFile file(UploadedFile part) {
    String type = String.valueOf(part.contentType());
    String known =
        type.equals("null") || type.startsWith("application/octet-stream")
            ? mimeType(part.filename())
            : type;
    try (InputStream content = part.content()) {
      return new SharedFile(part.filename(), known, content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the upload broke off", e);
    }
  }

  private static String mimeType(String name) {
    return switch (name.replaceAll(".*\\.", "")) {
      case "png" -> "image/png";
      case "jpg", "jpeg" -> "image/jpeg";
      case "pdf" -> "application/pdf";
      case "json" -> "application/json";
      case "md" -> "text/markdown; charset=utf-8";
      case "txt", "log" -> "text/plain; charset=utf-8";
      default -> "application/octet-stream";
    };
  }

  static Map<String, String> query(Context request) {
    Map<String, String> query = new HashMap<>();
    request.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
    return query;
  }
}
