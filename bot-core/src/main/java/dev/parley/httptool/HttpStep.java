package dev.parley.httptool;

import dev.parley.fetch.FetchRequest;
import dev.parley.secret.Secret;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One request to a service, and what is taken of its answer.
///
/// @param name under which later steps find what was taken
/// @param select all of the answer, where it is empty
/// @param whenEmpty what the model is told where nothing, or a false value, is taken
public record HttpStep(
    String name,
    String method,
    UrlTemplate url,
    List<Field> query,
    List<Field> headers,
    Optional<BodyTemplate> body,
    Optional<Selection> select,
    Optional<Template> whenEmpty) {
  private static final Set<String> LOOKING = Set.of("GET", "HEAD");

  public HttpStep {
    query = List.copyOf(query);
    headers = List.copyOf(headers);
  }

  /// Whether the request only looks, so that it may be sent twice.
  public boolean looks() {
    return LOOKING.contains(method);
  }

  /// What must not be told to anybody.
  public List<Secret> secrets() {
    Stream<Template> templates =
        Stream.concat(
            Stream.concat(query.stream(), headers.stream()).map(Field::value),
            body.stream().flatMap(BodyTemplate::templates));
    return Stream.concat(
            url.secrets().stream(), templates.flatMap(template -> template.secrets().stream()))
        .toList();
  }

  /// Whether nobody on the way can read its secrets.
  ///
  /// @param privateHosts as in [FetchRequest]
  public boolean isConfidential(Set<String> privateHosts) {
    return secrets().isEmpty() || url.isConfidential(privateHosts);
  }

  /// The gaps that must be filled: without a value the request cannot be sent.
  public List<Template.Gap> neededGaps() {
    Stream<Template.Gap> text =
        body.stream()
            .filter(BodyTemplate.Text.class::isInstance)
            .flatMap(BodyTemplate::templates)
            .flatMap(template -> template.gaps().stream());
    return Stream.concat(url.gaps().stream(), text).toList();
  }

  /// What is asked with these values.
  ///
  /// @throws CallFailedException where a value is missing, or cannot stand where it would
  FetchRequest request(Values values, ToolLimits limits, Duration left) {
    return new FetchRequest(
        method,
        url.fill(query, values),
        filledHeaders(values),
        body.map(template -> template.fill(values)),
        limits.mostBytes(),
        left,
        limits.privateHosts());
  }

  private Map<String, String> filledHeaders(Values values) {
    Map<String, String> filled = new HashMap<>();
    for (Field header : headers) {
      List<String> several = header.fill(values);
      if (!several.isEmpty()) {
        filled.put(header.name(), HeaderRules.checked(header, String.join(", ", several)));
      }
    }
    return filled;
  }
}
