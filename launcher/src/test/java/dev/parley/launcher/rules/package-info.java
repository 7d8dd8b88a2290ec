/// The rules that all modules keep.
@NullMarked
package dev.parley.launcher.rules;

import org.jspecify.annotations.NullMarked;
