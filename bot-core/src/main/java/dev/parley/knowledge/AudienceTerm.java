package dev.parley.knowledge;

import dev.parley.identity.UserId;
import java.util.Optional;

/// Some people of a tenant: one of the parts that an audience has.
///
/// @param id of the channel, group or person; empty for everyone
public record AudienceTerm(Kind kind, String id) implements Comparable<AudienceTerm> {
  /// Whoever belongs to the tenant.
  public static final AudienceTerm EVERYONE = new AudienceTerm(Kind.EVERYONE, "");

  /// What the people of a term have in common.
  public enum Kind {
    EVERYONE("*"),
    /// They can read a channel, with its threads.
    CHANNEL("c:"),
    /// They are in a role or user group.
    GROUP("g:"),
    /// It is one person.
    PERSON("u:");

    private final String mark;

    Kind(String mark) {
      this.mark = mark;
    }
  }

  public AudienceTerm {
    if (id.isBlank() != (kind == Kind.EVERYONE)) {
      throw new IllegalArgumentException("all terms but that for everyone have an id");
    }
  }

  public static AudienceTerm channel(String id) {
    return new AudienceTerm(Kind.CHANNEL, id);
  }

  public static AudienceTerm group(String id) {
    return new AudienceTerm(Kind.GROUP, id);
  }

  public static AudienceTerm person(UserId person) {
    return new AudienceTerm(Kind.PERSON, person.value());
  }

  /// As it is stored and indexed: `*`, `c:C0123`, `g:S0123`, `u:U0123`.
  public String text() {
    return kind.mark + id;
  }

  /// What [#text()] gave; empty where the text is none of these.
  public static Optional<AudienceTerm> parse(String text) {
    if (text.equals(EVERYONE.text())) {
      return Optional.of(EVERYONE);
    }
    for (Kind kind : Kind.values()) {
      if (kind != Kind.EVERYONE && text.startsWith(kind.mark)) {
        return Optional.of(text.substring(kind.mark.length()))
            .filter(id -> !id.isBlank())
            .map(id -> new AudienceTerm(kind, id));
      }
    }
    return Optional.empty();
  }

  @Override
  public int compareTo(AudienceTerm other) {
    return text().compareTo(other.text());
  }

  @Override
  public String toString() {
    return text();
  }
}
