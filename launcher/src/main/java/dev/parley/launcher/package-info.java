/// Starts the bot, and stops it.
@NullMarked
package dev.parley.launcher;

import org.jspecify.annotations.NullMarked;
