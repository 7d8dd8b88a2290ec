/// What was said so far, and how the bot behaves in a place.
@NullMarked
package dev.parley.conversation;

import org.jspecify.annotations.NullMarked;
