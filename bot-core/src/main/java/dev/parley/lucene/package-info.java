/// Passages found by words and by meaning, in indexes of Lucene's on this machine's disk.
@NullMarked
package dev.parley.lucene;

import org.jspecify.annotations.NullMarked;
