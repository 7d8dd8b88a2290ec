/// A platform without a network, to drive the whole engine in tests.
@NullMarked
package dev.parley.testkit.engine;

import org.jspecify.annotations.NullMarked;
