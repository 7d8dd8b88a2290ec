/// Arithmetic that the model has done instead of guessing it.
@NullMarked
package dev.parley.calculator;

import org.jspecify.annotations.NullMarked;
