/// The bot's process and a Slack.
@NullMarked
package dev.parley.launcher.slack;

import org.jspecify.annotations.NullMarked;
