/// A Redis server of the bot's own, and the directory where it keeps everything.
@NullMarked
package dev.parley.launcher.embedded;

import org.jspecify.annotations.NullMarked;
