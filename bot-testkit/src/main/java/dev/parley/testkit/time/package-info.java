/// The time as tests want it.
@NullMarked
package dev.parley.testkit.time;

import org.jspecify.annotations.NullMarked;
