/// What may be spent.
@NullMarked
package dev.parley.quota;

import org.jspecify.annotations.NullMarked;
