/// The two ways by which Slack's events come: requests, and a socket that the bot opens.
@NullMarked
package dev.parley.slack.transport;

import org.jspecify.annotations.NullMarked;
