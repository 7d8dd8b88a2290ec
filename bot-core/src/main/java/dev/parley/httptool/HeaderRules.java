package dev.parley.httptool;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What may stand in the headers of a request: RFC 9110, section 5, without what the client itself
/// has to say.
public final class HeaderRules {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");
  private static final Set<String> RESERVED =
      Set.of(
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private HeaderRules() {}

  /// Checks what a declaration says.
  ///
  /// @throws IllegalArgumentException with the rest of a sentence about the header
  public static void check(Field header) {
    if (!NAME.matcher(header.name()).matches()) {
      throw new IllegalArgumentException("is not a header's name");
    }
    if (RESERVED.contains(header.name().toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("must not be set; the client says it itself");
    }
    for (Template.Part part : header.value().parts()) {
      boolean right =
          switch (part) {
            case Template.Fixed(String text) -> VALUE.matcher(text).matches();
            case Template.Hidden hidden -> VALUE.matcher(hidden.secret().reveal()).matches();
            case Template.Gap _ -> true;
          };
      if (!right) {
        throw new IllegalArgumentException("must be one line of ASCII characters");
      }
    }
  }

  /// @throws CallFailedException where the value would be more than one header
  static String checked(Field header, String value) {
    if (!VALUE.matcher(value).matches()) {
      throw new CallFailedException(
          "the value for the header %s must be one line of ASCII characters"
              .formatted(header.name()));
    }
    return value;
  }
}
