/// Calls of Slack's Web API: one way for all of them, with its errors, limits and patience.
@NullMarked
package dev.parley.slack.api;

import org.jspecify.annotations.NullMarked;
