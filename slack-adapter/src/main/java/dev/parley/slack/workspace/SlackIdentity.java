package dev.parley.slack.workspace;

/// Who the bot is in a workspace.
///
/// @param team of the token
/// @param user the bot's own user, which people mention
/// @param bot what its posts carry as their `bot_id`
public record SlackIdentity(String team, String user, String bot) {}
