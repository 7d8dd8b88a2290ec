package dev.parley.web;

import io.javalin.http.Context;
import java.util.Map;

/// What browsers are told about each response: load nothing from elsewhere, be in no frame, leak
/// no address.
final class SecurityHeaders {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
          "Cache-Control",
          "no-store");

  private SecurityHeaders() {}

  static void addTo(Context request) {
    HEADERS.forEach(request::header);
  }
}
