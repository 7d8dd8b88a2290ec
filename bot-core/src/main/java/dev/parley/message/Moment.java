package dev.parley.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;

/// A point in time that a text names: each person sees it in their own time where the platform can
/// do that, and its words elsewhere. In CommonMark it is a link to `time:` and the seconds since
/// 1970.
///
/// @param words what is shown where nothing better can be
public record Moment(Instant instant, String words) {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final Pattern DESTINATION = Pattern.compile("time:([0-9]{1,12})");
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm z", Locale.ENGLISH);

  public Moment {
    requireNamed(instant);
    if (words.isBlank()) {
      throw new IllegalArgumentException("a moment needs words");
    }
  }

  private static void requireNamed(Instant instant) {
    if (!isNamed(instant)) {
      throw new IllegalArgumentException("no moment between 1970 and 9999: " + instant);
    }
  }

  private static boolean isNamed(Instant instant) {
    return !instant.isBefore(Instant.EPOCH) && !instant.isAfter(LATEST);
  }

  /// The moment as a link, for a text in CommonMark.
  ///
  /// @param fallbackZone whose time its words are in
  public static String markdown(Instant instant, ZoneId fallbackZone) {
    requireNamed(instant);
    Moment moment = new Moment(instant, WORDS.format(instant.atZone(named(fallbackZone))));
    return "[" + moment.words() + "](time:" + moment.seconds() + ")";
  }

  /// A zone that is called by what people know, not `Z`.
  private static ZoneId named(ZoneId zone) {
    return zone instanceof ZoneOffset offset ? ZoneId.ofOffset("UTC", offset) : zone;
  }

  /// The moment that a link stands for; empty where it leads elsewhere, or to no time that makes
  /// sense.
  public static Optional<Moment> of(Link link) {
    Matcher destination = DESTINATION.matcher(link.getDestination());
    String words = VisibleWords.of(link).replaceAll("\\s+", " ").strip();
    if (!destination.matches() || words.isBlank()) {
      return Optional.empty();
    }
    Instant instant = Instant.ofEpochSecond(Long.parseLong(destination.group(1)));
    return isNamed(instant) ? Optional.of(new Moment(instant, words)) : Optional.empty();
  }

  /// Since 1970; never negative.
  public long seconds() {
    return instant.getEpochSecond();
  }
}
