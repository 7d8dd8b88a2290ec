/// What the model may do besides talk.
@NullMarked
package dev.parley.tool;

import org.jspecify.annotations.NullMarked;
