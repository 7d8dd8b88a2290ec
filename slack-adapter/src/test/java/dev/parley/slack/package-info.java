/// Slack's adapter against a Slack that is strict where the real one is.
@NullMarked
package dev.parley.slack;

import org.jspecify.annotations.NullMarked;
