/// Calls of tools that wait until a person approves them.
@NullMarked
package dev.parley.approval;

import org.jspecify.annotations.NullMarked;
