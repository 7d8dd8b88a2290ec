/// Proves that the embedded Redis keeps everything.
@NullMarked
package dev.parley.launcher.embedded;

import org.jspecify.annotations.NullMarked;
