/// The inbox and the conversations in memory, the contracts they share with Redis, and a Redis for
/// tests.
@NullMarked
package dev.parley.testkit.inbox;

import org.jspecify.annotations.NullMarked;
