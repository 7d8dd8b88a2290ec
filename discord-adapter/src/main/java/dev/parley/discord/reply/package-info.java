/// Answers as people see them in Discord: growing by edits, complete in the end, there once.
@NullMarked
package dev.parley.discord.reply;

import org.jspecify.annotations.NullMarked;
