/// Proves that the bot starts, stops, and says what is wrong.
@NullMarked
package dev.parley.launcher;

import org.jspecify.annotations.NullMarked;
