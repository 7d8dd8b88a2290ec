/// Proves what can be set, and what is said about mistakes.
@NullMarked
package dev.parley.launcher.settings;

import org.jspecify.annotations.NullMarked;
