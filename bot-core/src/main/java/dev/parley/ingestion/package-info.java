/// Documents on their way into the knowledge base: read, split into passages, given vectors, kept
/// up to date.
@NullMarked
package dev.parley.ingestion;

import org.jspecify.annotations.NullMarked;
