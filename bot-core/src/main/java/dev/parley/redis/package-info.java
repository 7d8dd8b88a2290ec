/// The Redis implementations of the core's ports.
@NullMarked
package dev.parley.redis;

import org.jspecify.annotations.NullMarked;
