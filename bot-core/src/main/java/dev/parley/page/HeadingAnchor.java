package dev.parley.page;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// Where a heading of a page can be linked to.
final class HeadingAnchor {
  private static final int LONGEST = 200;
  private static final Set<String> AROUND = Set.of("section", "article", "div", "header");

  private HeadingAnchor() {}

  /// The end of an address that leads to a heading; empty where nothing does.
  static String of(Element heading) {
    return Stream.of(
            named(heading),
            heading.select("[id], a[name]").stream()
                .map(HeadingAnchor::named)
                .findFirst()
                .orElse(""),
            section(heading).map(HeadingAnchor::named).orElse(""),
            permalink(heading))
        .filter(anchor -> !anchor.isBlank() && anchor.length() <= LONGEST)
        .findFirst()
        .orElse("");
  }

  private static String named(Element element) {
    return element.id().isEmpty() && element.nameIs("a") ? element.attr("name") : element.id();
  }

  /// What begins with this heading.
  private static Optional<Element> section(Element heading) {
    return Optional.ofNullable(heading.parent())
        .filter(parent -> AROUND.contains(parent.normalName()))
        .filter(parent -> heading.equals(parent.firstElementChild()));
  }

  private static String permalink(Element heading) {
    return heading.select("a[href^=#]").stream()
        .filter(HeadingAnchor::isPermalink)
        .map(link -> link.attr("href").substring(1))
        .findFirst()
        .orElse("");
  }

  /// Whether it is a link of a heading to itself: a sign such as `¶` and no word.
  static boolean isPermalink(Element link) {
    return link.nameIs("a")
        && link.attr("href").startsWith("#")
        && link.text().codePoints().noneMatch(Character::isLetterOrDigit)
        && link.closest("h1, h2, h3, h4, h5, h6") != null;
  }

  /// What a heading says, without the link to itself.
  static String words(Element heading) {
    Element copy = heading.clone();
    copy.select("a[href^=#]").stream().filter(HeadingAnchor::isPermalink).forEach(Element::remove);
    return copy.text();
  }
}
