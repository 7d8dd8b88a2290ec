package dev.parley.slack;

import dev.parley.secret.Secret;
import java.util.Optional;

/// What can be set for Slack.
///
/// @param botToken the bot's own; empty: Slack is off
public record SlackSettings(Optional<Secret> botToken) {}
