package dev.parley.message;

import java.util.regex.Pattern;

/// Where links may lead: to the web and to mail addresses.
public final class WebAddress {
  private static final Pattern WEB = address("https?://");
  private static final Pattern MAIL = address("mailto:");

  private WebAddress() {}

  private static Pattern address(String scheme) {
    return Pattern.compile(scheme + "[^\\s<>|\\p{Cntrl}]+", Pattern.CASE_INSENSITIVE);
  }

  /// Whether it leads to the web or to a mail address.
  public static boolean isSafe(String destination) {
    return isWeb(destination) || MAIL.matcher(destination).matches();
  }

  public static boolean isWeb(String destination) {
    return WEB.matcher(destination).matches();
  }
}
