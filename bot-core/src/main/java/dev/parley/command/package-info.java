/// Requests that need no model.
@NullMarked
package dev.parley.command;

import org.jspecify.annotations.NullMarked;
