/// Reads documents in processes of their own, which no document can take the bot down with.
@NullMarked
package dev.parley.document;

import org.jspecify.annotations.NullMarked;
