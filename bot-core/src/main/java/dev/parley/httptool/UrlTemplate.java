package dev.parley.httptool;

import dev.parley.secret.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where a service is. Arguments come into parts of its path only: which machine is asked stands in
/// the declaration alone.
public final class UrlTemplate {
  private static final Pattern HEAD = Pattern.compile("(?i)(https?)://([^/?#]*)(.*)");

  private final URI machine;
  private final List<Template> segments;

  private UrlTemplate(URI machine, List<Template> segments) {
    this.machine = machine;
    this.segments = List.copyOf(segments);
  }

  /// Where a URL leads that is written with gaps.
  ///
  /// @throws IllegalArgumentException with the rest of a sentence about the URL
  public static UrlTemplate of(Template url) {
    List<Template.Part> parts = new ArrayList<>(url.parts());
    StringBuilder start = new StringBuilder();
    while (!parts.isEmpty() && !isPath(start) && !(parts.getFirst() instanceof Template.Gap)) {
      start.append(revealed(parts.removeFirst()));
    }
    Matcher head = HEAD.matcher(start);
    if (!head.matches()) {
      throw new IllegalArgumentException("needs to begin with https:// or http:// and a host");
    }
    if (head.group(3).isEmpty() && !parts.isEmpty()) {
      throw new IllegalArgumentException(
          "must have no placeholder in its scheme, host or port; write a / before the first one");
    }
    URI machine = machine(head.group(1), head.group(2));
    parts.addFirst(new Template.Fixed(head.group(3)));
    UrlTemplate template = new UrlTemplate(machine, segments(parts));
    template.check();
    return template;
  }

  /// Whether scheme, host and port are all there.
  private static boolean isPath(CharSequence start) {
    Matcher head = HEAD.matcher(start);
    return head.matches() && !head.group(3).isEmpty();
  }

  private static String revealed(Template.Part part) {
    return switch (part) {
      case Template.Fixed(String text) -> text;
      case Template.Hidden(Secret address) -> address.reveal();
      case Template.Gap gap -> gap.name();
    };
  }

  private static URI machine(String scheme, String authority) {
    if (authority.contains("@")) {
      throw new IllegalArgumentException(
          "must hold no user and no password; send them in a header");
    }
    if (authority.isEmpty()) {
      throw new IllegalArgumentException("needs a host");
    }
    URI machine = uri(scheme.toLowerCase(Locale.ROOT) + "://" + authority);
    if (machine.getHost() == null || machine.getPort() > 65_535) {
      throw new IllegalArgumentException(
          "needs a host that is a name or an address, and a port up to 65535 where it has one");
    }
    return machine;
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException(
          "is no URL; what is not a letter or digit is written as %41");
    }
  }

  private static List<Template> segments(List<Template.Part> parts) {
    List<List<Template.Part>> segments = new ArrayList<>(List.of(new ArrayList<>()));
    for (Template.Part part : parts) {
      if (part instanceof Template.Fixed(String text)) {
        String[] pieces = text.split("/", -1);
        for (int at = 0; at < pieces.length; at++) {
          if (at > 0) {
            segments.add(new ArrayList<>());
          }
          if (!pieces[at].isEmpty()) {
            segments.getLast().add(new Template.Fixed(pieces[at]));
          }
        }
      } else {
        segments.getLast().add(part);
      }
    }
    return segments.stream().map(Template::new).toList();
  }

  private void check() {
    for (Template segment : segments) {
      for (Template.Part part : segment.parts()) {
        if (part instanceof Template.Fixed(String text)) {
          check(text, segment.parts().size() == 1);
        }
      }
    }
  }

  private void check(String text, boolean isAll) {
    if (text.contains("?") || text.contains("#")) {
      throw new IllegalArgumentException(
          "must end with its path; what follows a ? belongs below query");
    }
    if (isAll && (text.equals(".") || text.equals(".."))) {
      throw new IllegalArgumentException("must not have " + text + " in its path");
    }
    uri(machine + "/" + text);
  }

  List<Template.Gap> gaps() {
    return segments.stream().flatMap(segment -> segment.gaps().stream()).toList();
  }

  /// What is secret in the path.
  List<Secret> secrets() {
    return segments.stream().flatMap(segment -> segment.secrets().stream()).toList();
  }

  /// Whether what is sent there can be read by nobody on the way: it is encrypted, or stays in our
  /// own network.
  ///
  /// @param privateHosts as in [dev.parley.fetch.FetchRequest]
  boolean isConfidential(Set<String> privateHosts) {
    String host = machine.getHost().toLowerCase(Locale.ROOT);
    int port = machine.getPort() < 0 ? 80 : machine.getPort();
    return machine.getScheme().equals("https")
        || privateHosts.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .anyMatch(name -> name.equals(host) || name.equals(host + ":" + port));
  }

  /// The address that a call asks.
  ///
  /// @throws CallFailedException where a value cannot stand in a path
  URI fill(List<Field> query, Values values) {
    String path =
        segments.stream().map(segment -> segment(segment, values)).collect(Collectors.joining("/"));
    String asked = Field.encoded(query, values);
    return URI.create(machine + path + (asked.isEmpty() ? "" : "?" + asked));
  }

  private static String segment(Template segment, Values values) {
    Optional<String> filled = segment.fill(values, PercentEncoding::of);
    String names =
        segment.gaps().stream().map(Template.Gap::name).collect(Collectors.joining(" and "));
    String text =
        filled.orElseThrow(() -> new CallFailedException("there is no value for " + names));
    if (!segment.gaps().isEmpty() && (text.isEmpty() || text.equals(".") || text.equals(".."))) {
      throw new CallFailedException("the value for " + names + " must not be empty, . or ..");
    }
    return text;
  }
}
