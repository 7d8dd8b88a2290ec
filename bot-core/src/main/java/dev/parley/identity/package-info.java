/// Who speaks, and where.
@NullMarked
package dev.parley.identity;

import org.jspecify.annotations.NullMarked;
