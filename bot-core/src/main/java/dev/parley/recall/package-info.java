/// What was said where somebody asks, and in their conversation, found by the model itself.
@NullMarked
package dev.parley.recall;

import org.jspecify.annotations.NullMarked;
