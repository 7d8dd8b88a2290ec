/// One request to its answer.
@NullMarked
package dev.parley.turn;

import org.jspecify.annotations.NullMarked;
