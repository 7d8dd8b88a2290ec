package dev.parley.web.admin;

import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.web.JsonBody;
import dev.parley.web.RequestProblem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may see a document, as admins write it: terms such as `*`, `c:C0123`, `g:S0123`, `u:U0123`.
final class AudienceTerms {
  static final int MOST = 50;
  static final int LONGEST = 202;

  private AudienceTerms() {}

  /// Those whom the terms name; empty where there are none.
  static Optional<DocumentAudience> read(List<String> texts) {
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    if (texts.size() > MOST) {
      throw RequestProblem.bad(
          "A document may be for at most " + MOST + " channels, groups and persons.");
    }
    Set<AudienceTerm> terms =
        texts.stream().map(AudienceTerms::term).collect(Collectors.toUnmodifiableSet());
    // among others, everyone stands for all of them
    return Optional.of(
        terms.contains(AudienceTerm.EVERYONE)
            ? DocumentAudience.EVERYONE
            : new DocumentAudience(terms));
  }

  private static AudienceTerm term(String text) {
    return AudienceTerm.parse(text.strip())
        .filter(term -> text.length() <= LONGEST && !JsonBody.isUnfit(term.id()))
        .orElseThrow(
            () ->
                RequestProblem.bad(
                    "\""
                        + JsonBody.shortened(text)
                        + "\" names nobody: use * for everyone, or c:, g: or u: before the id of a"
                        + " channel, a group or a person."));
  }
}
