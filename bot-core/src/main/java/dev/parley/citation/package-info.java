/// What an answer rests on, and how people are shown it.
@NullMarked
package dev.parley.citation;

import org.jspecify.annotations.NullMarked;
