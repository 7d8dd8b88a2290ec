/// The demo model: who answers while no key is set.
@NullMarked
package dev.parley.demo;

import org.jspecify.annotations.NullMarked;
