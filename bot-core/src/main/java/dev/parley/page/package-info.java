/// Pages of the internet, read as text when somebody wants to know what they say.
@NullMarked
package dev.parley.page;

import org.jspecify.annotations.NullMarked;
