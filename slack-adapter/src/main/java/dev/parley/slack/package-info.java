/// What connects the core to Slack; so far, what can be set for it.
@NullMarked
package dev.parley.slack;

import org.jspecify.annotations.NullMarked;
