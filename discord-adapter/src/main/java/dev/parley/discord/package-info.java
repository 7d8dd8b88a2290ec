/// What connects the core to Discord; so far, what can be set for it.
@NullMarked
package dev.parley.discord;

import org.jspecify.annotations.NullMarked;
