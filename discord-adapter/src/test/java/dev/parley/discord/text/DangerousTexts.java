package dev.parley.discord.text;

import dev.parley.testkit.message.HostileTexts;
import java.net.IDN;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;

/// Texts that try to ping or lure in Discord, and the eye that sees whether they do.
final class DangerousTexts {
  private static final String PIECES =
      """
      @everyone @here everyone here <@1234> <@!1234> <@&1234> <#1234> <id:browse> </ask:1234>
      <:smile:1234> <t:1700000000:R> 1234 @! @& discord .gg .com gg com /invite /abc . %2e %64iscord
      discord.gg/abc https://discord.gg/abc https://discord.com/invite/abc discordapp.com/invite/abc
      HTTP://DISCORD.GG/abc https://u@discord.gg/abc https://discord%2Egg/abc https://discord.gg./abc
      https://ｄiscord.gg/abc https://discord。gg/abc https://dis\u200bcord.gg/abc https:// http://
      https://discord.com/./invite/abc https://discord.com/a/../invite/abc [x](https://discord.gg/abc)
      [https://a.test](https://b.test) [a.test](https://a.test.b.test) [@here](https://a.test/@here)
      ![@everyone](https://a.test) <discord://x> <steam://run/1> steam://run/1 discord://x
      [x](data:text/html,a) [x](discord://x) || |||| >>> -# ### 1. 2. + ``@here`` ```js snake_case __
      <a@b.test> <+4912345> <mailto:a@b.test> www.a.test |a|b| |-|-| \uD835\uDC1D
      """;
  private static final Pattern PING = Pattern.compile("<@[!&]?\\d+>|@everyone|@here");
  private static final Pattern INVITE =
      Pattern.compile(
          "(?i)discord(?:(?:app)?\\.com/(?:invite|gifts|template)[/\\\\]|\\.(?:gg|gift|new)/)[a-z0-9-]+");
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?:/*([^/?#]+)([^?#]*).*");
  private static final List<UnaryOperator<String>> READERS =
      List.of(
          text -> text,
          HostileTexts::invisibleGone,
          text -> text.replace("\\", ""),
          text -> HostileTexts.invisibleGone(text).replace("\\", ""),
          text -> HostileTexts.invisibleGone(text).replaceAll("[\\\\*_~`]", ""));

  private DangerousTexts() {}

  static Arbitrary<String> any() {
    return HostileTexts.with(PIECES);
  }

  /// With moments, and what is none, besides.
  static Arbitrary<String> withMoments() {
    return HostileTexts.with(
        PIECES
            + """
            [x](time:1795615200) [<t:1:f>](time:1795615200) [x](time:-1) <t: :f>
            <t:1:f> :R> [@here](time:1795615200) [x](time:1795615200:f>) [x](time:99999999999999)
            """);
  }

  /// Whether a message calls somebody as it is, in code or not, or once somebody decodes it, drops
  /// what is not seen, or takes marks away.
  static boolean pings(String content) {
    return anyReader(content, PING);
  }

  /// Whether it shows an invitation, or leads to one.
  static boolean invites(String content) {
    return anyReader(content, INVITE)
        || DiscordClient.reading(content).links().stream()
            .anyMatch(link -> INVITE.matcher(asBrowser(link.address())).find());
  }

  private static boolean anyReader(String content, Pattern pattern) {
    String decoded = content;
    for (int round = 0; round < 3; round++) {
      for (UnaryOperator<String> reader : READERS) {
        if (pattern.matcher(reader.apply(decoded)).find()) {
          return true;
        }
      }
      decoded = HostileTexts.decoded(decoded);
    }
    return false;
  }

  /// Whether a link leads elsewhere than to the web, or to another host than it says.
  static boolean lures(String content) {
    return DiscordClient.reading(content).links().stream().anyMatch(DangerousTexts::lures);
  }

  private static boolean lures(DiscordClient.Pressable link) {
    if (!link.address().matches("(?i)https?://[^/?#@]+(?:[/?#].*)?")) {
      return true;
    }
    Matcher said = Pattern.compile("(?i)(?:[\\w-]+\\.)+[a-z]{2,}").matcher(link.words());
    return !link.words().equals(link.address())
        && said.results()
            .map(found -> found.group().toLowerCase(Locale.ROOT))
            .anyMatch(found -> !("." + host(link.address())).endsWith("." + found));
  }

  private static String host(String address) {
    Matcher parts = ADDRESS.matcher(asBrowser(address));
    return parts.matches() ? parts.group(1) : "";
  }

  /// The address that a browser would open.
  private static String asBrowser(String address) {
    Matcher parts = ADDRESS.matcher(address.replace('\\', '/'));
    if (!parts.matches()) {
      return address;
    }
    try {
      String authority = decoded(parts.group(1)).replaceFirst(":\\d*$", "");
      String host = authority.substring(authority.lastIndexOf('@') + 1);
      String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      String path = URI.create("http://a" + parts.group(2)).normalize().getPath();
      return "https://" + ascii.replaceFirst("\\.$", "") + path;
    } catch (IllegalArgumentException _) {
      return address;
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
