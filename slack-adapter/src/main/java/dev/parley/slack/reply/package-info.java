/// How an answer gets into Slack: growing while it comes, whole at the end, and once.
@NullMarked
package dev.parley.slack.reply;

import org.jspecify.annotations.NullMarked;
