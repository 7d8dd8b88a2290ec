/// Calls that wait in memory, and what every store of them must do.
@NullMarked
package dev.parley.testkit.approval;

import org.jspecify.annotations.NullMarked;
