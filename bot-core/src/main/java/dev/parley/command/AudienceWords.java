package dev.parley.command;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.DocumentAudience;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads audiences as people write them, and tells them.
final class AudienceWords {
  /// What can be written for most.
  static final List<String> COMMON = List.of("everyone", "here", "me");

  private static final Pattern PART = Pattern.compile("<[^>]*>|[^,\\s<][^,<]*");
  private static final Pattern MENTION =
      Pattern.compile("<(#|@&|!subteam\\^|@!?|!)([A-Za-z0-9_-]+)(?:\\|[^>]*)?>");
  private static final String HOW =
      "Write everyone, here, me, or a #channel, @role, @group or @person as they are offered while"
          + " you type; several with commas between them.";

  private final Directory directory;
  private final PeopleNames people;

  AudienceWords(Directory directory, PeopleNames people) {
    this.directory = directory;
    this.people = people;
  }

  /// An audience as it was read.
  sealed interface Read {
    /// Whom it means is clear.
    record Understood(DocumentAudience audience) implements Read {}

    /// It is not.
    ///
    /// @param sentence for people that says why
    record NotUnderstood(String sentence) implements Read {}
  }

  /// @param here what the word stands for
  /// @param reads whether a channel that is named by a bare word is one that this person reads
  Read read(
      String text, CommandInvocation invocation, DocumentAudience here, Predicate<String> reads) {
    Set<AudienceTerm> terms = new HashSet<>();
    for (String part : parts(text)) {
      Set<AudienceTerm> meant = new Part(part, invocation, here, reads).terms();
      if (meant.isEmpty()) {
        return new Read.NotUnderstood(
            "I do not know whom “%s” means. %s".formatted(Plain.text(part), HOW));
      }
      terms.addAll(meant);
    }
    return terms.isEmpty()
        ? new Read.NotUnderstood(HOW)
        : new Read.Understood(new DocumentAudience(terms));
  }

  private static List<String> parts(String text) {
    return PART.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /// One of the people or groups that an audience names.
  private final class Part {
    private final String word;
    private final CommandInvocation invocation;
    private final DocumentAudience here;
    private final Predicate<String> reads;

    Part(
        String word, CommandInvocation invocation, DocumentAudience here, Predicate<String> reads) {
      this.word = word;
      this.invocation = invocation;
      this.here = here;
      this.reads = reads;
    }

    /// None where nobody knows who is meant.
    Set<AudienceTerm> terms() {
      return switch (word.toLowerCase(Locale.ROOT).replaceFirst("^@", "")) {
        case "everyone", "all", "*" -> Set.of(AudienceTerm.EVERYONE);
        case "here" -> here.terms();
        case "me" -> Set.of(AudienceTerm.person(invocation.author().id()));
        default ->
            mentioned()
                .or(() -> AudienceTerm.parse(word))
                .or(this::named)
                .map(Set::of)
                .orElse(Set.of());
      };
    }

    private Optional<AudienceTerm> mentioned() {
      Matcher mention = MENTION.matcher(word);
      if (!mention.matches()) {
        return Optional.empty();
      }
      String id = mention.group(2);
      return switch (mention.group(1)) {
        case "#" -> Optional.of(AudienceTerm.channel(id));
        case "@&", "!subteam^" -> Optional.of(group(id));
        case "!" -> id.equals("everyone") ? Optional.of(AudienceTerm.EVERYONE) : Optional.empty();
        default -> Optional.of(new AudienceTerm(AudienceTerm.Kind.PERSON, id));
      };
    }

    /// On Discord the role that everybody has is called like the server.
    private AudienceTerm group(String id) {
      return id.equals(invocation.place().tenant().id())
          ? AudienceTerm.EVERYONE
          : AudienceTerm.group(id);
    }

    private Optional<AudienceTerm> named() {
      if (invocation.groups().contains(word)) {
        return Optional.of(AudienceTerm.group(word));
      }
      if (word.startsWith("@")) {
        return Optional.of(people.of(invocation.place().tenant(), word))
            .filter(found -> !found.value().equals(word.substring(1)))
            .map(AudienceTerm::person);
      }
      String channel = word.replaceFirst("^#", "");
      return Optional.of(channel).filter(reads).map(AudienceTerm::channel);
    }
  }

  /// An audience as a part of a sentence, in Markdown.
  String told(DocumentAudience audience, CommandInvocation invocation) {
    return audience.terms().stream()
        .map(term -> told(term, invocation))
        .collect(Collectors.joining(", "));
  }

  private String told(AudienceTerm term, CommandInvocation invocation) {
    TenantId tenant = invocation.place().tenant();
    return switch (term.kind()) {
      case EVERYONE -> "everyone";
      case CHANNEL -> "readers of " + Plain.text(directory.channelName(tenant, term.id()));
      case GROUP -> "group `" + code(term.id()) + "`";
      case PERSON ->
          term.id().equals(invocation.author().id().value())
              ? "you"
              : "person `" + code(term.id()) + "`";
    };
  }

  private static String code(String id) {
    return id.replace("`", "");
  }
}
