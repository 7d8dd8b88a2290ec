package dev.parley.identity;

import java.util.regex.Pattern;

/// The name of a chat platform, such as `slack`, `discord` or `web`.
public record PlatformName(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public PlatformName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a platform's name has 1 to 32 lower-case letters, digits and dashes, not: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
