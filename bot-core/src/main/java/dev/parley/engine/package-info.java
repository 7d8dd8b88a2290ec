/// The front door: accept, run, word, post, catch.
@NullMarked
package dev.parley.engine;

import org.jspecify.annotations.NullMarked;
