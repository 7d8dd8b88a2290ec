/// What people do in Slack besides talking: commands, and pressing stop.
@NullMarked
package dev.parley.slack.command;

import org.jspecify.annotations.NullMarked;
