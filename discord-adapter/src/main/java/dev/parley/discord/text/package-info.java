/// How the bot's words look in Discord, and what people's messages there say: pure, and safe.
@NullMarked
package dev.parley.discord.text;

import org.jspecify.annotations.NullMarked;
