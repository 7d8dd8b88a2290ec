package dev.parley.slack.install;

import java.util.Map;

/// What a browser is answered.
public record Page(int status, Map<String, String> headers, String html) {
  private static final int FOUND = 302;

  public Page {
    headers = Map.copyOf(headers);
  }

  static Page to(String address, String cookie) {
    return new Page(FOUND, Map.of("Location", address, "Set-Cookie", cookie), "");
  }

  /// @param html that stands below the heading
  static Page of(int status, String heading, String html) {
    String title = escaped(heading);
    return new Page(
        status,
        Map.of(),
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%s</title></head>
        <body><main><h1>%s</h1>%s</main></body>
        </html>
        """
            .formatted(title, title, html));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
