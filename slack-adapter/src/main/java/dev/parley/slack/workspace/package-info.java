/// The workspaces that the bot is installed in: how each is called, who the bot and its people are
/// there.
@NullMarked
package dev.parley.slack.workspace;

import org.jspecify.annotations.NullMarked;
