package dev.parley.command;

import dev.parley.attachment.AttachmentRef;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Origin;
import dev.parley.message.Quoted;
import dev.parley.message.WebAddress;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What documents are to be made of by a command: of its files, of the links or words that were
/// typed, or of messages that somebody pointed at.
final class KnowledgeMaterials {
  private static final int LONGEST_TITLE = 80;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private final ZoneId zone;

  /// @param zone whose times messages are shown in
  KnowledgeMaterials(ZoneId zone) {
    this.zone = zone;
  }

  /// All that a command gives; none where it gives nothing.
  ///
  /// @param text that was typed
  /// @param title that was typed for it
  List<Material> of(CommandInvocation invocation, String text, Optional<String> title) {
    List<Material> all = new ArrayList<>();
    invocation.about().ifPresent(about -> all.addAll(quoted(invocation, about, title)));
    invocation
        .attachments()
        .forEach(file -> all.add(new Material.Attached(file, invocation.address())));
    List<String> links = links(text);
    if (!links.isEmpty()) {
      links.stream().distinct().forEach(address -> all.add(new Material.Link(address)));
    } else if (!text.isBlank() && all.isEmpty()) {
      all.add(words(invocation, text.strip(), title));
    }
    return List.copyOf(all);
  }

  /// The addresses of the web of which a text is nothing but a list; none where it says more.
  private static List<String> links(String text) {
    List<String> words =
        Stream.of(text.strip().split("\\s+"))
            .map(word -> word.replaceFirst("\\A<(.+)>\\z", "$1"))
            .toList();
    return words.stream().allMatch(WebAddress::isWeb) ? words : List.of();
  }

  /// Everybody has titles of their own: what somebody adds again under one takes the other's
  /// place.
  private static Material words(CommandInvocation invocation, String text, Optional<String> title) {
    String named = title.filter(given -> !given.isBlank()).orElse(text);
    String shown = firstLine(named);
    String key = invocation.author().id() + "/" + shown.toLowerCase(Locale.ROOT);
    return new Material.Words(new Origin(Origin.Kind.TEXT, key, Optional.empty()), shown, text);
  }

  private List<Material> quoted(
      CommandInvocation invocation, Quoted about, Optional<String> title) {
    List<Material> all = new ArrayList<>();
    if (about.said().stream().anyMatch(line -> !line.text().isBlank())) {
      String key = invocation.place().channel() + "/" + about.id();
      all.add(
          new Material.Words(
              new Origin(Origin.Kind.MESSAGE, key, about.address()),
              title.filter(given -> !given.isBlank()).orElseGet(() -> title(about)),
              transcript(about)));
    }
    for (AttachmentRef file : about.files()) {
      all.add(new Material.Attached(file, about.address()));
    }
    return all;
  }

  private static String title(Quoted about) {
    Quoted.Line first = about.said().getFirst();
    return firstLine(first.author().name() + ": " + first.text());
  }

  private String transcript(Quoted about) {
    StringBuilder all = new StringBuilder();
    for (Quoted.Line line : about.said()) {
      if (!line.text().isBlank()) {
        all.append("**%s** (%s):\n\n".formatted(Plain.text(line.author().name()), day(line)))
            .append(line.text().strip())
            .append("\n\n");
      }
    }
    return all.toString().strip();
  }

  private String day(Quoted.Line line) {
    return DAY.format(line.at().atZone(zone));
  }

  private static String firstLine(String text) {
    String line =
        text.lines()
            .map(one -> one.replaceFirst("^#+\\s*", "").replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
            .filter(one -> !one.isEmpty())
            .findFirst()
            .orElse("Words");
    if (line.length() <= LONGEST_TITLE) {
      return line;
    }
    int end = LONGEST_TITLE - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
