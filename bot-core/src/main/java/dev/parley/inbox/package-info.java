/// Messages that wait for their turn, durable.
@NullMarked
package dev.parley.inbox;

import org.jspecify.annotations.NullMarked;
