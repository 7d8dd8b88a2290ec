/// Pictures that a model makes when they are asked for.
@NullMarked
package dev.parley.illustration;

import org.jspecify.annotations.NullMarked;
