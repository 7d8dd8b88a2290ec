/// What must not be seen.
@NullMarked
package dev.parley.secret;

import org.jspecify.annotations.NullMarked;
