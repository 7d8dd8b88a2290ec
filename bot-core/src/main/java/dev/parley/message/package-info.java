/// What is said: to the bot, and by it.
@NullMarked
package dev.parley.message;

import org.jspecify.annotations.NullMarked;
