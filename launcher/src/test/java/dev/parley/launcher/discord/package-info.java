/// The bot's process and a Discord.
@NullMarked
package dev.parley.launcher.discord;

import org.jspecify.annotations.NullMarked;
