package dev.parley.discord.text;

import dev.parley.message.Disarming;
import dev.parley.message.PlainView;
import java.util.regex.Pattern;

/// Text in which nothing pings and no invitation is shown, in code too: Discord's servers look for
/// both in the text as it is.
///
/// Broad on purpose, as a second belt. What looks alike in code (`List<@Nullable T>`, `@Override`)
/// stays.
final class Disarmed {
  /// Discord asks for no border before the sign, so mail addresses at a domain that begins with
  /// one of the words are no exception.
  private static final Disarming PINGS =
      new Disarming(
          PlainView::of,
          Pattern.compile("<(?=@[!&]*\\p{Nd})|@(?=everyone|here)", Pattern.CASE_INSENSITIVE),
          (armed, _) -> armed == '<' ? "‹" : "＠");

  /// Also with what addresses may have between host and path, and with steps back in the path.
  private static final Disarming INVITES =
      new Disarming(
          PlainView::ofAddresses,
          Pattern.compile(
              "(?<=discord)\\.+(?=gg|(?:gift|new)\\.*(?::\\d*)?/)"
                  + "|(?<=discord|discordapp)\\.+(?=com\\.*(?::\\d*)?"
                  + "(?:/{1,9}(?:\\.|[^/\\s]{0,99}/{1,9}\\.\\.)){0,9}/*(?:invite|gifts|template))",
              Pattern.CASE_INSENSITIVE),
          (_, _) -> "(.)");

  private Disarmed() {}

  static String of(String text) {
    return INVITES.of(PINGS.of(text));
  }

  static boolean isInvite(String address) {
    return INVITES.isArmed(address);
  }
}
