/// How people install the bot in their workspaces, by their browsers.
@NullMarked
package dev.parley.slack.install;

import org.jspecify.annotations.NullMarked;
