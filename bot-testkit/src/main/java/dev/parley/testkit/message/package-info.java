/// Texts as models write them on a bad day.
@NullMarked
package dev.parley.testkit.message;

import org.jspecify.annotations.NullMarked;
