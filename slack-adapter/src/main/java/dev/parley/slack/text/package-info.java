/// How the bot's words look in Slack, and what people's messages there say: pure, and safe.
@NullMarked
package dev.parley.slack.text;

import org.jspecify.annotations.NullMarked;
