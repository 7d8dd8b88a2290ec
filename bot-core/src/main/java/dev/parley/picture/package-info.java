/// Pictures that people send: looked at before they are decoded, and made anew, upright, small and
/// without what a camera wrote into them.
@NullMarked
package dev.parley.picture;

import org.jspecify.annotations.NullMarked;
