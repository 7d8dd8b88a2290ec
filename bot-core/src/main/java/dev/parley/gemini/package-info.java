/// The Gemini implementation of the language model port.
@NullMarked
package dev.parley.gemini;

import org.jspecify.annotations.NullMarked;
