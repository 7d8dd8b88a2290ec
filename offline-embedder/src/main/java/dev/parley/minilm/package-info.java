/// Vectors of texts without any service, by the model all-MiniLM-L6-v2.
@NullMarked
package dev.parley.minilm;

import org.jspecify.annotations.NullMarked;
