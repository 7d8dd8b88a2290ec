/// What Slack says happened, as the core understands it.
@NullMarked
package dev.parley.slack.event;

import org.jspecify.annotations.NullMarked;
