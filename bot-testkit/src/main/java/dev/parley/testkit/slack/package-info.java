/// A fake Slack, strict where Slack is strict, that bots reach over HTTP and web sockets.
@NullMarked
package dev.parley.testkit.slack;

import org.jspecify.annotations.NullMarked;
