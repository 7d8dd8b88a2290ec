/// What the model passes to tools, checked against what they take.
@NullMarked
package dev.parley.argument;

import org.jspecify.annotations.NullMarked;
