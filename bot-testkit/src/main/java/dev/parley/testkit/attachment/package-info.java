/// What every store of files must do, and one in memory.
@NullMarked
package dev.parley.testkit.attachment;

import org.jspecify.annotations.NullMarked;
