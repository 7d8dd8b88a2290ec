/// Tools that ask services by HTTP, as declarations describe them.
@NullMarked
package dev.parley.httptool;

import org.jspecify.annotations.NullMarked;
