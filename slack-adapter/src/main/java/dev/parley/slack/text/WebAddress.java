package dev.parley.slack.text;

import java.util.regex.Pattern;

/// Where links may lead: to the web and to mail addresses.
final class WebAddress {
  private static final Pattern SAFE =
      Pattern.compile("(?:https?://|mailto:)[^\\s<>|\\p{Cntrl}]+", Pattern.CASE_INSENSITIVE);

  private WebAddress() {}

  static boolean isSafe(String destination) {
    return SAFE.matcher(destination).matches();
  }
}
