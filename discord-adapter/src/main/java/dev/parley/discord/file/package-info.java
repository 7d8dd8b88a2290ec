/// The files of Discord's messages.
@NullMarked
package dev.parley.discord.file;

import org.jspecify.annotations.NullMarked;
