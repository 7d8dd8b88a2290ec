package dev.parley.slack;

import dev.parley.secret.Secret;
import dev.parley.secret.Vault;
import dev.parley.slack.workspace.Access;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What can be set for Slack.
///
/// @param botToken the bot's own; empty: Slack is off
/// @param appToken opens sockets
/// @param signingSecret proves that requests come from Slack
/// @param apiUrl of the Web API, with a slash at its end; empty: Slack's own
/// @param connections how many sockets this instance keeps open
/// @param otherBots whether other bots are answered that mention this one
/// @param oauth how people install the bot in many workspaces, in place of the one token
public record SlackSettings(
    Optional<Secret> botToken,
    Optional<Secret> appToken,
    Optional<Secret> signingSecret,
    Mode mode,
    Optional<URI> apiUrl,
    int connections,
    AnswerIn answerIn,
    Access access,
    boolean otherBots,
    List<String> suggestedPrompts,
    Optional<OAuth> oauth) {
  /// How many prompts Slack shows (docs.slack.dev, "assistant.threads.setSuggestedPrompts").
  public static final int MOST_PROMPTS = 4;

  public SlackSettings {
    suggestedPrompts = List.copyOf(suggestedPrompts);
  }

  /// How people install the bot.
  ///
  /// @param publicUrl where their browsers reach it
  /// @param vault that seals the tokens
  public record OAuth(String clientId, Secret clientSecret, URI publicUrl, Vault vault) {}

  /// How events come.
  public enum Mode {
    SOCKET,
    HTTP,
    OFF
  }

  /// Where a question in a channel is answered.
  public enum AnswerIn {
    THREAD,
    CHANNEL
  }

  public boolean isOn() {
    return mode != Mode.OFF;
  }
}
