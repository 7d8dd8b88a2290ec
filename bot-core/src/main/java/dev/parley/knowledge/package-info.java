/// Documents that answers are taken from, and who may see what is in them.
@NullMarked
package dev.parley.knowledge;

import org.jspecify.annotations.NullMarked;
