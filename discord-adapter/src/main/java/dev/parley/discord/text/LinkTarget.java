package dev.parley.discord.text;

import dev.parley.message.PlainView;
import dev.parley.message.WebAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A web address that a link may lead to: it says plainly which host it means, and is no
/// invitation.
///
/// @param said as the text had it
/// @param address with nothing in it that Discord would take for markup or a mention
/// @param host as a browser reads it
record LinkTarget(String said, String address, String host) {
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(https?://([\\p{L}\\p{N}._-]+)(?::\\d+)?)([/?#].*)?");
  private static final Pattern HIDING = Pattern.compile("[\\\\\\p{Cf}]");
  private static final Pattern REORDERING = Pattern.compile("[\\p{Cf}&&[^\u200d]]");
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}\\p{N}_.-]+");
  private static final Pattern EDGE_DOTS = Pattern.compile("\\A\\.+|\\.+\\z");
  private static final Pattern HOST_NAME = Pattern.compile("\\.\\p{L}{2}|\\A(?:\\d+\\.){3}\\d+\\z");
  private static final Pattern MARKS = Pattern.compile("[()*`\\[\\]]|~~");

  static Optional<LinkTarget> of(String destination) {
    Matcher parts = ADDRESS.matcher(destination);
    if (!WebAddress.isWeb(destination)
        || HIDING.matcher(destination).find()
        || !parts.matches()
        || Disarmed.isInvite(destination)) {
      return Optional.empty();
    }
    String path = parts.group(3) == null ? "" : encoded(parts.group(3));
    return Optional.of(new LinkTarget(destination, parts.group(1) + path, seen(parts.group(2))));
  }

  private static String encoded(String path) {
    String plain = MARKS.matcher(path).replaceAll(mark -> percent(mark.group()));
    return Disarmed.of(plain).equals(plain) ? plain : plain.replace("@", "%40");
  }

  private static String percent(String mark) {
    return mark.chars().mapToObj("%%%02X"::formatted).collect(Collectors.joining());
  }

  private static String seen(String text) {
    return PlainView.ofAddresses(text).text().toString().toLowerCase(Locale.ROOT);
  }

  /// Whether the words are the address itself.
  boolean isSaidBy(String words) {
    return bare(words).equals(bare(said));
  }

  private static String bare(String address) {
    return address.replaceFirst("(?i)^https?://", "").replaceFirst("/$", "");
  }

  /// Whether the words may stand instead of the address: they promise no other one, and their
  /// brackets do not end the link.
  boolean mayBehind(String words) {
    String withoutPairs = words.replaceAll("\\[[^\\[\\]]*]", "");
    return !withoutPairs.contains("[")
        && !withoutPairs.contains("]")
        && !words.contains("](")
        && !REORDERING.matcher(words).find()
        && !seen(words).contains("://")
        && BETWEEN_NAMES.splitAsStream(seen(words)).noneMatch(this::isOtherHost);
  }

  private boolean isOtherHost(String word) {
    String name = EDGE_DOTS.matcher(word).replaceAll("");
    return HOST_NAME.matcher(name).find() && !host.equals(name) && !host.endsWith("." + name);
  }
}
