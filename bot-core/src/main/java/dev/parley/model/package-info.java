/// The port to a language model.
@NullMarked
package dev.parley.model;

import org.jspecify.annotations.NullMarked;
