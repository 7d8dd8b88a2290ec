/// The port that each platform's adapter implements.
@NullMarked
package dev.parley.platform;

import org.jspecify.annotations.NullMarked;
