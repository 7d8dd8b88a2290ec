package dev.parley.launcher.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The files of `config/` as they are in the jar.
final class Shipped {
  private Shipped() {}

  static String text(String name) {
    try (InputStream resource = Shipped.class.getResourceAsStream("/" + name)) {
      if (resource == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the jar's " + name + " cannot be read", broken);
    }
  }
}
