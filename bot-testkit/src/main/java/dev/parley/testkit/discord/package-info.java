/// A fake Discord, strict where Discord is strict, that bots reach over HTTP and web sockets.
@NullMarked
package dev.parley.testkit.discord;

import org.jspecify.annotations.NullMarked;
