/// Knowledge bases in memory.
@NullMarked
package dev.parley.testkit.knowledge;

import org.jspecify.annotations.NullMarked;
