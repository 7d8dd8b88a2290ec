/// Connects the core to Slack.
@NullMarked
package dev.parley.slack;

import org.jspecify.annotations.NullMarked;
