/// Real bot processes, killed and paused at random, on one Redis that is restarted: nothing is lost
/// and nothing is doubled.
@NullMarked
package dev.parley.launcher.crash;

import org.jspecify.annotations.NullMarked;
