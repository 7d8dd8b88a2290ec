package dev.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/// A form of several parts, byte by byte as clients send it.
public final class Multipart {
  private static final String BOUNDARY = "----parley-7d1c";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public String type() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  public Multipart file(String name, String fileName, byte[] content) {
    return raw(
        "Content-Disposition: form-data; name=\""
            + name
            + "\"; filename=\""
            + fileName.replace("\\", "\\\\")
            + "\"\r\nContent-Type: image/png",
        content);
  }

  public Multipart text(String name, String content) {
    return raw("Content-Disposition: form-data; name=\"" + name + "\"", content.getBytes(UTF_8));
  }

  public Multipart raw(String headers, byte[] content) {
    bytes.writeBytes(("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n").getBytes(UTF_8));
    bytes.writeBytes(content);
    bytes.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }

  public Multipart end() {
    bytes.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return this;
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }

  @Override
  public String toString() {
    String text = bytes.toString(UTF_8);
    return text.substring(0, Math.min(text.length(), 200));
  }
}
