/// What every store of figures about tools must do, and one in memory.
@NullMarked
package dev.parley.testkit.tool;

import org.jspecify.annotations.NullMarked;
