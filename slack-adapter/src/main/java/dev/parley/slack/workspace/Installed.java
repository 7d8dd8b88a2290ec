package dev.parley.slack.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/// What Slack gave where somebody installed the bot (docs.slack.dev, "oauth.v2.access").
///
/// @param owner the workspace, or the organisation where it is installed in all of its workspaces
/// @param name of the owner, for people
/// @param refresh what a token that expires is exchanged for the next one with
/// @param expires when the token does
public record Installed(
    String app,
    String owner,
    String name,
    Secret token,
    Optional<Secret> refresh,
    Optional<Instant> expires,
    Instant since) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What an exchanged code gave.
  public static Installed of(JsonNode answer, Instant now) {
    JsonNode owner =
        answer.path("is_enterprise_install").asBoolean()
            ? answer.path("enterprise")
            : answer.path("team");
    return new Installed(
        answer.path("app_id").asText(),
        owner.path("id").asText(),
        owner.path("name").asText(owner.path("id").asText()),
        Secret.of(answer.path("access_token").asText()),
        refresh(answer),
        expires(answer, now),
        now);
  }

  /// The same with what a refresh token gave.
  Installed renewed(JsonNode answer, Instant now) {
    return new Installed(
        app,
        owner,
        name,
        Secret.of(answer.path("access_token").asText()),
        refresh(answer),
        expires(answer, now),
        since);
  }

  private static Optional<Secret> refresh(JsonNode answer) {
    return Optional.of(answer.path("refresh_token").asText(""))
        .filter(token -> !token.isEmpty())
        .map(Secret::of);
  }

  private static Optional<Instant> expires(JsonNode answer, Instant now) {
    return answer.has("expires_in")
        ? Optional.of(now.plusSeconds(answer.path("expires_in").asLong()))
        : Optional.empty();
  }

  /// As it is kept; it holds the tokens.
  public String text() {
    ObjectNode node = JSON.createObjectNode();
    node.put("app", app).put("owner", owner).put("name", name).put("token", token.reveal());
    refresh.ifPresent(secret -> node.put("refresh", secret.reveal()));
    expires.ifPresent(at -> node.put("expires", at.getEpochSecond()));
    return node.put("since", since.getEpochSecond()).toString();
  }

  /// The installation that a text is.
  static Installed of(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return new Installed(
          node.path("app").asText(),
          node.path("owner").asText(),
          node.path("name").asText(),
          Secret.of(node.path("token").asText()),
          Optional.ofNullable(node.get("refresh")).map(JsonNode::asText).map(Secret::of),
          Optional.ofNullable(node.get("expires")).map(at -> Instant.ofEpochSecond(at.asLong())),
          Instant.ofEpochSecond(node.path("since").asLong()));
    } catch (JsonProcessingException broken) {
      // without its cause, which quotes the text
      throw new IllegalStateException("an installation that cannot be read");
    }
  }
}
