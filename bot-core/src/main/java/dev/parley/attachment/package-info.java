/// Files that people send: which are taken, and where their bytes live.
@NullMarked
package dev.parley.attachment;

import org.jspecify.annotations.NullMarked;
