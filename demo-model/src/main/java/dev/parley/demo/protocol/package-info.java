/// A small server of the Gemini protocol; who answers behind it is a port.
@NullMarked
package dev.parley.demo.protocol;

import org.jspecify.annotations.NullMarked;
