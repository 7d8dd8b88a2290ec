/// What was spent.
@NullMarked
package dev.parley.usage;

import org.jspecify.annotations.NullMarked;
